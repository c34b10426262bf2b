"""Every word that a person reads on a page, by language and page; `en/start.yml` has the words of `start`."""
