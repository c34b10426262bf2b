"""Pictures of claims, as SVG."""
