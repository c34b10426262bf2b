"""How well reports are read: labelled reports, figures, the real set.

`marks`, `facts` → `from_marks` → `labelled` (a report with labels, its files) → `to_marks`: labels are made and edited;
`validation`, `story`, `schemas`: what is wrong with them; `realset`: labels without texts.
`alignment` → `attribution_scores`, `telling_scores`, `mention_scores` → `figures`: labels against labels.
"""
