import pytest

from korpu.web.safety.hosts import is_loopback, is_own


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.3.2.1", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("LOCALHOST", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.2", False),
        ("localhost.example", False),
        ("", False),
    ],
)
def test_an_address_is_this_machines_own_or_not(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


@pytest.mark.parametrize("header", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LocalHost:8000"])
def test_on_this_machine_its_own_names_are_answered(header: str) -> None:
    assert is_own(header, "127.0.0.1", (), 8000)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1:8001",
        "localhost:8000.evil.example",
        "localhost.evil.example:8000",
        "127.0.0.1.evil.example:8000",
        "evil.example@127.0.0.1:8000",
        "127.0.0.1:8000@evil.example",
        "127.0.0.1:8000/",
        "127.0.0.1:8000, evil.example",
        "192.168.1.2:8000",
        "[::1",
        "[::1]:",
        ":8000",
        "localhost :8000",
        "2130706433:8000",
        "127.0.0.1:٨٠٠٠",
        "127.0.0.1:" + "9" * 400,
    ],
)
def test_on_this_machine_no_other_name_is_answered(header: str) -> None:
    assert not is_own(header, "127.0.0.1", (), 8000)


@pytest.mark.parametrize(
    ("header", "own"),
    [
        ("korpu.office.example", True),
        ("KORPU.office.example:8000", True),
        ("korpu.office.example.", True),
        ("192.168.1.2:8000", True),
        ("[fd00::2]:8000", True),
        ("127.0.0.1:8000", True),
        ("office.example", False),
        ("evil.example", False),
        ("korpu.office.example.evil.example", False),
        ("localhost.evil.example", False),
    ],
)
def test_in_a_network_given_names_and_numbers_are_answered(header: str, own: bool) -> None:
    assert is_own(header, "0.0.0.0", ("korpu.office.example",), 8000) is own


def test_the_port_of_the_plain_web_may_be_left_out() -> None:
    assert is_own("localhost", "127.0.0.1", (), 80)


def test_behind_a_proxy_a_given_name_is_answered_on_this_machine_too() -> None:
    assert is_own("korpu.office.example", "127.0.0.1", ("korpu.office.example",), None)
