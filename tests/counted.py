"""The small publication as a site that counts visits, by each of the two kinds."""

import shutil
from pathlib import Path

from tests.conftest import TESTS, copy_of_small

PRIVACY = """\
privacy:
  controller: Harbour Network Ltd, 1 Quay Street, Whitby YO21 1DH
  email: privacy@harbours.example
  protection_officer: Ada Ferry, dpo@harbours.example
  register_number: ZA123456
  basis: public-task
  hosting:
    company: Example Hosting Ltd
    country: the United Kingdom
    log_days: 30
  letters_months: 24
  updated: 2026-11-20
"""
BY = {
    "Matomo": "  matomo:\n    server: https://stats.harbours.example/matomo/\n    site_id: 7\n",
    "Plausible": "  plausible:\n    server: https://stats.harbours.example\n    domain: harbours.example\n",
}


def analytics(kind: str, edition: int = 1) -> str:
    """The settings of a kind."""
    return f"analytics:\n  keeps_months: 13\n  edition: {edition}\n{BY[kind]}"


def copy_of_counted(folder: Path, settings: str) -> Path:
    """The small publication with more settings, and with the demonstration’s brand."""
    root = copy_of_small(folder)
    shutil.rmtree(root / "brand")
    shutil.copytree(TESTS.parent / "brand", root / "brand")
    network = root / "content" / "network" / "network.yml"
    network.write_text(network.read_text(encoding="utf-8") + settings, encoding="utf-8")
    return root
