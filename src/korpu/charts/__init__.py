"""Charts and maps: a dossier → frozen marks → Vega-Lite specifications, tables and CSV; `drawing` makes pictures of them."""
