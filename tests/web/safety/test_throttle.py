from korpu.web.safety.throttle import FOR_ADDRESS, FOR_NAME, FORGOTTEN_AFTER, MOST_KEPT, Throttle


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def fail(throttle: Throttle, clock: Clock, name: str, address: str, times: int) -> list[int]:
    """Fail so often, waiting each time as long as is asked for; return how long that was."""
    waited = []
    for _ in range(times):
        wait = throttle.begin(name, address)
        if wait:
            clock.now += wait
            assert throttle.begin(name, address) == 0
        waited.append(wait)
    return waited


def test_a_few_tries_are_free_and_then_each_waits_longer() -> None:
    clock = Clock()
    waited = fail(Throttle(clock), clock, "Aytən", "192.0.2.1", 13)
    assert waited == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert waited.count(0) == FOR_NAME.free


def test_of_many_tries_at_once_few_get_through() -> None:
    throttle = Throttle(Clock())
    assert [throttle.begin("Aytən", f"192.0.2.{n}") for n in range(100)].count(0) == FOR_NAME.free


def test_capitals_make_no_other_name() -> None:
    throttle = Throttle(Clock())
    tries = [
        throttle.begin(name, "192.0.2.1") for name in ("Aytən", "AYTƏN", "aytən", " Aytən ", "aYtən", "AytƏn")
    ]
    assert tries == [0, 0, 0, 0, 0, 1]


def test_many_names_from_one_address_wait_too() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    tries = [throttle.begin(f"name {n}", "192.0.2.1") for n in range(100)]
    assert tries.count(0) == FOR_ADDRESS.free and tries[-1] > 0
    assert throttle.begin("name 200", "192.0.2.2") == 0


def test_a_right_password_begins_anew_for_the_name_and_not_for_the_address() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    for number in range(FOR_ADDRESS.free - 1):
        assert throttle.begin(f"name {number}", "192.0.2.1") == 0
    for _ in range(3):
        assert throttle.begin("Aytən", "192.0.2.1") == 0
        throttle.succeed("Aytən", "192.0.2.1")
    assert throttle.begin("Kənan", "192.0.2.1") == 0
    assert throttle.begin("Orxan", "192.0.2.1") > 0


def test_what_was_long_ago_is_forgotten() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    fail(throttle, clock, "Aytən", "192.0.2.1", 12)
    clock.now += FORGOTTEN_AFTER + 1
    assert fail(throttle, clock, "Aytən", "192.0.2.1", 5) == [0] * 5


def test_what_is_remembered_does_not_grow_without_end() -> None:
    throttle = Throttle(Clock())
    for number in range(MOST_KEPT + 100):
        throttle.begin(f"name {number}", f"address {number}")
    assert len(throttle._tries) <= MOST_KEPT
