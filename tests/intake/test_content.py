from counterclaim.intake.content import stated


def test_only_our_keys_that_hold_words_are_stated() -> None:
    given = {"outlet": " Vardia\n Herald ", "url": "", "title": None, "language": " \t", "layout": "post"}
    assert stated(given) == {"outlet": "Vardia Herald"}
