"""A server asked from afar fetches from the public web alone. Names lead to where these tests say; nothing leaves this machine."""

import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from korpu.document import SourceCard
from korpu.sources import guard as guarding
from korpu.sources.errors import AddressRefused, NotFetched
from korpu.sources.guard import Guard, is_public
from korpu.sources.web import Patience, read_address

TEXT = "Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb."
PUBLIC = "93.184.215.14"
PUBLIC_6 = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"

NOT_PUBLIC = [
    "0.0.0.0",
    "0.1.2.3",
    "10.1.2.3",
    "100.64.0.1",
    "100.127.255.254",
    "127.0.0.1",
    "127.8.9.10",
    "169.254.169.254",
    "169.254.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.0.200",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::8.8.8.8",
    "100::1",
    "2001::1",
    "2001:0:7f00:1::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:a9fe:a9fe::1",
    "2002:c0a8:101::",
    "2606:2800::5efe:10.0.0.1",
    "2606:2800::200:5efe:127.0.0.1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fd12:3456:789a::1",
    "fe80::1",
    "fe80::1%1",
    "fe80::5efe:8.8.8.8",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
]
"""One at least of each sort, and the neighbours of what is public."""


@pytest.mark.parametrize("number", NOT_PUBLIC)
def test_what_is_not_of_the_public_web_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        PUBLIC,
        PUBLIC_6,
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "126.255.255.255",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "223.255.255.254",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "2001:4860:4860::8888",
        "2a00:1450::1",
    ],
)
def test_what_is_of_the_public_web_is_public(number: str) -> None:
    assert is_public(number)


Paths = dict[str, tuple[int, dict[str, str]]]


class Site(ThreadingHTTPServer):
    """A site on this machine, which stands for one of the public web; `asked` are the hosts and paths it was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []
        self.moved: dict[str, str] = {}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site = self.server
        assert isinstance(site, Site)
        site.asked.append((self.headers["Host"], self.path))
        moved = site.moved.get(self.path)
        body = TEXT.encode()
        self.send_response(302 if moved else 200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        if moved:
            self.send_header("Location", moved)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


Names = dict[str, list[list[str]]]


def _answered(number: str, port: int) -> list[object]:
    """What a resolver answers that knows of one number; some write numbers that this system's would not answer."""
    if ":" in number:
        return [(socket.AF_INET6, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (number, port, 0, 0))]
    return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (number, port))]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Where names lead: at the first question the first list of addresses, at the next the next; the last stays."""
    names: Names = {"news.example": [[PUBLIC]]}
    real = socket.getaddrinfo

    def answer(host: str, port: int, *arguments: int) -> list[object]:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in names:
            if any(letter.isalpha() for letter in name.replace(":", "")) and ":" not in name:
                raise socket.gaierror(-2, "Name or service not known")
            return list(real(host, port, *arguments))
        answers = names[name]
        numbers = answers.pop(0) if len(answers) > 1 else answers[0]
        return [info for number in numbers for info in _answered(number, port)]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return names


@pytest.fixture
def connected(site: Site, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """What is connected to; in truth it is the site."""
    connected: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], timeout: float, **_: object) -> socket.socket:
        connected.append(address)
        return socket.create_connection(("127.0.0.1", site.server_port), timeout=5)

    monkeypatch.setattr(guarding, "create_connection", connect)
    return connected


Fetch = Callable[[str], str]


@pytest.fixture
def fetch(names: Names, connected: list[tuple[str, int]]) -> Fetch:
    def fetch(address: str) -> str:
        return read_address(address, SourceCard(), patience=Patience(connect=2, read=2), guard=Guard()).text

    return fetch


def test_a_page_of_the_public_web_is_fetched_by_its_number_and_asked_for_by_its_name(
    fetch: Fetch, site: Site, connected: list[tuple[str, int]]
) -> None:
    assert fetch("http://news.example/a") == TEXT
    assert connected == [(PUBLIC, 80)]
    assert site.asked == [("news.example", "/a")]


@pytest.mark.parametrize("number", NOT_PUBLIC)
def test_a_name_that_leads_into_the_servers_own_network_is_refused(
    fetch: Fetch, names: Names, connected: list[tuple[str, int]], number: str
) -> None:
    names["news.example"] = [[number]]
    with pytest.raises(AddressRefused, match=r"news\.example is not on the public web"):
        fetch("http://news.example/")
    assert not connected


@pytest.mark.parametrize(
    "answers", [[PUBLIC, "127.0.0.1"], ["127.0.0.1", PUBLIC], [PUBLIC, PUBLIC_6, "fe80::1"]]
)
def test_a_name_with_one_such_answer_among_others_is_refused(
    fetch: Fetch, names: Names, connected: list[tuple[str, int]], answers: list[str]
) -> None:
    names["news.example"] = [answers]
    with pytest.raises(AddressRefused):
        fetch("http://news.example/")
    assert not connected


def test_a_name_is_asked_for_once_and_what_was_looked_at_is_connected_to(
    fetch: Fetch, names: Names, connected: list[tuple[str, int]]
) -> None:
    names["news.example"] = [[PUBLIC], ["127.0.0.1"]]
    assert fetch("http://news.example/") == TEXT
    assert connected == [(PUBLIC, 80)]
    assert names["news.example"] == [["127.0.0.1"]], "asked once"


def test_an_answer_that_changes_before_a_redirect_is_looked_at_again(
    fetch: Fetch, names: Names, site: Site, connected: list[tuple[str, int]]
) -> None:
    names["news.example"] = [[PUBLIC], ["169.254.169.254"]]
    site.moved = {"/a": "/latest/meta-data/"}
    with pytest.raises(AddressRefused):
        fetch("http://news.example/a")
    assert connected == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("http://127.0.0.1/secret", r"127\.0\.0\.1 is not on the public web"),
        ("http://[::1]/secret", "::1 is not on the public web"),
        ("//127.0.0.1/secret", "not on the public web"),
        ("http://169.254.169.254/latest/", "not on the public web"),
        ("http://[fd00:ec2::254]/latest/", "not on the public web"),
        ("http://inside.example/secret", r"inside\.example is not on the public web"),
        ("http://news.example:6379/", "port 6379"),
        ("http://a:b@news.example/", "user name or password"),
        ("http://2130706433/", "is a number and no host"),
        ("file:///etc/passwd", "Only http"),
        ("gopher://news.example/", "Only http"),
        ("ftp://news.example/", "Only http"),
    ],
)
def test_a_redirect_is_looked_at_like_the_address_itself(
    fetch: Fetch, names: Names, site: Site, connected: list[tuple[str, int]], location: str, message: str
) -> None:
    names["inside.example"] = [["10.0.0.7"]]
    site.moved = {"/a": "/b", "/b": location}
    with pytest.raises(AddressRefused, match=message) as refused:
        fetch("http://news.example/a")
    assert str(refused.value).startswith("http://news.example/a: ")
    assert {path for _, path in site.asked} == {"/a", "/b"}
    assert {number for number, _ in connected} == {PUBLIC}


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://127.0.0.1/", "not on the public web"),
        ("http://127.0.0.1./", "not on the public web|no such host"),
        ("http://[::1]/", "not on the public web"),
        ("http://[::ffff:127.0.0.1]/", "not on the public web"),
        ("http://[64:ff9b::7f00:1]/", "not on the public web"),
        ("http://[2002:7f00:1::]/", "not on the public web"),
        ("http://localhost/", "not on the public web"),
        ("https://localhost/", "not on the public web"),
        ("http://127.0.0.1:22/", "port 22"),
        ("http://news.example:8080/", "port 8080"),
        ("https://news.example:8443/", "port 8443"),
        ("http://news.example:0/", "port"),
        ("http://someone@news.example/", "user name or password"),
        ("http://someone:secret@news.example/", "user name or password"),
        ("http://2130706433/", "a number"),
        ("http://0x7f000001/", "a number"),
        ("http://0x7f.0.0.1/", "a number"),
        ("http://0177.0.0.1/", "a number"),
        ("http://017700000001/", "a number"),
        ("http://127.1/", "a number"),
        ("http://0/", "a number"),
        ("http://134744072/", "a number"),
        ("ftp://news.example/", "Only http"),
        ("file:///etc/passwd", "no web address|Only http"),
        ("data:text/plain,a", "no web address|Only http"),
        ("javascript:alert(1)", "no web address|Only http"),
        ("news.example", "no web address|Only http"),
    ],
)
def test_an_address_that_a_server_may_not_fetch_is_told(
    fetch: Fetch, names: Names, connected: list[tuple[str, int]], address: str, message: str
) -> None:
    names["localhost"] = [["::1", "127.0.0.1"]]
    with pytest.raises(NotFetched, match=message) as refused:
        fetch(address)
    assert str(refused.value).endswith(".")
    assert not connected


@pytest.mark.parametrize(
    "address", ["http://①②⑦.⓪.⓪.①/", "http://１２７.0.0.1/", "http://ｌｏｃａｌｈｏｓｔ/"]
)
def test_letters_that_look_like_others_lead_nowhere_either(
    fetch: Fetch, names: Names, connected: list[tuple[str, int]], address: str
) -> None:
    names["localhost"] = [["127.0.0.1"]]
    with pytest.raises(NotFetched):
        fetch(address)
    assert not connected


def test_what_the_server_may_not_fetch_the_person_at_the_machine_may(names: Names, site: Site) -> None:
    assert read_address(f"http://127.0.0.1:{site.server_port}/a", SourceCard()).text == TEXT


def test_a_host_that_is_not_there_is_told(fetch: Fetch) -> None:
    with pytest.raises(NotFetched, match="no such host, or no network"):
        fetch("http://none.example/")


def test_the_next_address_is_tried_where_one_does_not_answer(
    fetch: Fetch, names: Names, monkeypatch: pytest.MonkeyPatch, connected: list[tuple[str, int]]
) -> None:
    names["news.example"] = [[PUBLIC_6, PUBLIC]]
    to_site = guarding.create_connection

    def refuse_first(address: tuple[str, int], *arguments: object, **settings: object) -> socket.socket:
        if address[0] == PUBLIC_6:
            raise ConnectionRefusedError(111, "Connection refused")
        return to_site(address, *arguments, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(guarding, "create_connection", refuse_first)
    assert fetch("http://news.example/") == TEXT
    names["news.example"] = [[PUBLIC_6]]
    with pytest.raises(NotFetched, match="refuses the connection"):
        fetch("http://news.example/")


def test_only_a_few_of_many_addresses_are_tried(
    fetch: Fetch, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def never(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        tried.append(address)
        raise TimeoutError("timed out")

    monkeypatch.setattr(guarding, "create_connection", never)
    names["news.example"] = [[f"93.184.215.{number}" for number in range(200)]]
    with pytest.raises(NotFetched, match="did not answer in time"):
        fetch("http://news.example/")
    assert len(tried) <= 8


def test_a_certificate_is_asked_for_by_the_name(names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    greetings: list[bytes] = []

    def listen() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            with client:
                greetings.append(client.recv(4096))

    threading.Thread(target=listen, daemon=True).start()
    port = listener.getsockname()[1]

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        assert address == (PUBLIC, 443)
        return socket.create_connection(("127.0.0.1", port), timeout=5)

    monkeypatch.setattr(guarding, "create_connection", connect)
    with pytest.raises(NotFetched):
        read_address("https://news.example/", SourceCard(), patience=Patience(2, 2), guard=Guard())
    listener.close()
    assert greetings and b"news.example" in greetings[0]
