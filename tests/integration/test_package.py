"""The wheel: templates, theme and type marker travel in it."""

import sys
import zipfile
from pathlib import Path

from tests.integration.conftest import ROOT, run


def test_everything_in_the_package_is_in_the_wheel(tmp_path: Path) -> None:
    hatchling = Path(sys.executable).with_name("hatchling")
    built = run(hatchling, "build", "--target", "wheel", "--directory", tmp_path)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("masthead/")}
    package = ROOT / "scripts" / "masthead"
    files = {path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert packed == {f"masthead/{path.relative_to(package).as_posix()}" for path in files}
    assert {"masthead/py.typed", "masthead/theme/main.html", "masthead/theme/404.html"} <= packed
