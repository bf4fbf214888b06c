from pathlib import Path

import pytest

from korpu.sources.errors import NoDocuments, SourceMissing
from korpu.sources.folders import find_files


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_documents_are_found_in_all_folders_below_and_sorted(tmp_path: Path) -> None:
    fill(
        tmp_path,
        "z.txt",
        "b/a.HTML",
        "b/c/d.md",
        "a.htm",
        "b.txt",
        "x.pdf",
        "b/y.png",
        ".gizli/a.txt",
        ".a.txt",
    )
    found = [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path)]
    assert found == ["a.htm", "b.txt", "b/a.HTML", "b/c/d.md", "z.txt"]


@pytest.mark.parametrize("names", [(), ("a.pdf", "b/c.docx")])
def test_a_folder_without_documents_is_told(tmp_path: Path, names: tuple[str, ...]) -> None:
    fill(tmp_path, *names)
    with pytest.raises(NoDocuments, match="no document in this folder"):
        find_files(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="yox"):
        find_files(tmp_path / "yox")
