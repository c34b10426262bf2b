"""What sorts of proposition there are: one YAML file each."""
