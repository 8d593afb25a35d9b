"""Pages of programmes, their texts and their members."""
