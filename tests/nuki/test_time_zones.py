from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nuki import OUTDATED_ZONES, ValidationError, timezone_id_of, zone_of
from nuki.web import TimezoneId


def test_every_id_has_a_zone_and_back(subtests: pytest.Subtests) -> None:
    for member in TimezoneId:
        with subtests.test(member=member.name):
            zone = zone_of(member)
            assert timezone_id_of(zone) is member
            assert timezone_id_of(zone.key) is member


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (0, "Africa/Cairo"),
        (17, "America/St_Johns"),
        (37, "Europe/Berlin"),
        (45, "Pacific/Pago_Pago"),
    ],
)
def test_worked_examples(number: int, name: str) -> None:
    assert zone_of(number) == ZoneInfo(name)


def test_there_are_46() -> None:
    assert sorted(member.value for member in TimezoneId) == list(range(46))


def test_zones_where_firmware_and_law_differ_are_marked() -> None:
    # Firmware: Mexico City has summer time, Cairo has none.
    summer = {member: datetime(2025, 7, 1, tzinfo=zone_of(member)) for member in OUTDATED_ZONES}
    offsets = {member: moment.utcoffset() for member, moment in summer.items()}
    assert offsets == {
        TimezoneId.AFRICA_CAIRO: timedelta(hours=3),
        TimezoneId.AMERICA_MEXICO_CITY: timedelta(hours=-6),
    }


@pytest.mark.parametrize("number", [46, -1])
def test_an_unknown_id_is_refused(number: int) -> None:
    with pytest.raises(ValidationError, match="not a known time zone id"):
        zone_of(number)


def test_a_zone_that_devices_do_not_have_is_refused() -> None:
    with pytest.raises(ValidationError, match="choose one with the same clock"):
        timezone_id_of("Europe/Vienna")
