"""What is shipped: the wheel has every file of the package, and works without the repository."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: what an earlier build left in the repository would get into it."""
    copy = tmp_path_factory.mktemp("source")
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet"]
    subprocess.run([*command, "--wheel-dir", str(copy / "dist"), str(copy)], check=True)
    return next((copy / "dist").glob("*.whl"))


def test_the_wheel_has_every_file_of_the_package(wheel: Path) -> None:
    package = ROOT / "src" / "korpu"
    files = {path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("korpu/")}
    assert shipped == {f"korpu/{path.relative_to(package).as_posix()}" for path in files}


def test_the_demo_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import korpu; "
        "assert korpu.__file__.startswith(sys.path[0]); from korpu.cli import main; main()"
    )
    command = [sys.executable, "-c", program, "demo", "--ledger", str(tmp_path / "demo.ledger")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert "Azərbaycan və Qazaxıstan" in done.stdout.decode()
