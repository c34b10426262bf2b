"""The words that fields of a telling may hold, apart from kinds; corpus/GUIDELINES.md says what each means."""

CUE_TYPES = ("speech", "evidence", "belief", "intention", "decree")
KNOWLEDGE = ("saw", "was_told", "document", "imagery", "inferred", "none_stated")
NOTES = ("chain_reversed", "unverified", "limited_access", "geolocated", "continues")
ROLES = ("agent", "affected", "holder", "means")
METRICS = (
    *("killed", "wounded", "killed_and_wounded", "captured", "missing", "trapped", "surrendered", "displaced"),
    *("evacuated", "destroyed", "damaged", "shot_down", "launched", "hit", "repelled", "settlements", "troops"),
    *("distance_km", "area_km2", "money", "percent", "other"),
)
