"""What is kept between builds is made again by another Masthead, or with other libraries."""

from pathlib import Path

from masthead.maker import maker


def test_another_maker_has_another_hash(tmp_path: Path) -> None:
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    one.write_text("made = 1\n", encoding="utf-8")
    other.write_text("made = 2\n", encoding="utf-8")
    known = maker([one, other], "1.0")
    assert known == maker([one, other], "1.0")
    assert len({known, maker([one], "1.0"), maker([other, one], "1.0"), maker([one, other], "1.1"), maker([])}) == 5
    one.write_text("made = 3\n", encoding="utf-8")
    assert maker([one, other], "1.0") != known
