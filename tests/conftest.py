"""Settings of all tests."""

from hypothesis import settings

# How long one example takes depends on what else the machine does; what must be fast is measured in `bench/`.
settings.register_profile("korpu", deadline=None)
settings.load_profile("korpu")
