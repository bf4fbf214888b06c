import pytest

from korpu.findings.addresses import compare_addresses


@pytest.mark.parametrize(
    ("left", "right", "relation", "forward"),
    [
        ("Lima, Kiçik Qala küç., 86/88", "Kiçik Qala küçəsi 86/88, Lima", "same", True),
        ("Lima, Kneza Miloşa 62", "Kneza Miloša küç. 62, 15001 Lima", "same", True),
        ("Lima, 0179, Rosas küç., 12", "Lima şəhəri, Rosas küçəsi 12", "same", True),
        ("Lima, N. Rosas küç. 9", "Lima, Nilda Rosas küçəsi 9", "same", True),
        ("Lima, Rosas küçəsi 5", "Lima, Rosas küçəsi", "refines", True),
        ("Rosas küçəsi", "Lima, Rosas küçəsi 5", "refines", False),
        ("Lima, Rosas küç., 17", "Lima, Rosas küçəsi 71", "contradicts", True),
        ("Lima, Rosas küçəsi 5", "Lima, Vega küçəsi 5", "contradicts", True),
        ("Lima, Rosas küçəsi 5", "Salto, Rosas küçəsi 5", "contradicts", True),
        ("", "Lima, Rosas küçəsi 5", "contradicts", True),
    ],
)
def test_addresses_are_one_in_whatever_order_they_are_written(
    left: str, right: str, relation: str, forward: bool
):
    match = compare_addresses(left, right)
    assert (match.relation, match.forward) == (relation, forward)
    back = compare_addresses(right, left)
    assert back.relation == relation and (back.forward != forward or relation != "refines")
