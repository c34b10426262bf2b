"""One module for each page; each has `routes`, which `web.app` lists."""
