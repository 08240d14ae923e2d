"""Terms of which each leaves the others out: what is monthly is not yearly, what is for women is not for men."""

from __future__ import annotations

_GROUPS = """
hour, daili, week, fortnight, month, quarter, year/annual
monday, tuesday, wednesday, thursday, friday, saturday, sunday
januari, februari, march, april, june, juli, august, septemb, octob, novemb, decemb
spring, summer, autumn, winter
morn, afternoon, even
man, woman, boy, girl
male, femal
adult, child, student, pension/senior
father, mother
son, daughter
north, south, east, west
northern, southern, eastern, western
indoor, outdoor
inner, outer
upper, lower
public, privat
primari, secondari
domest, foreign
minimum, maximum
lowest, highest
oldest, youngest
execut, financi, oper, technic
breakfast, lunch, dinner/supper
bus, train, car, bicycl/bike, ferri, plane, tram
footbal, rugbi, cricket, tenni, hockey, basketbal
gold, silver, bronz, copper, nickel, cobalt, lithium, zinc, iron, aluminum, tin, platinum
oxygen, nitrogen, hydrogen, helium, carbon
red, blue, green, yellow, black, white, orang, purpl, brown
"""
"""Terms, written out: to make them here would load NLTK. Those parted by a stroke say the same."""


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _GROUPS.strip().split("\n"):
        ways = [frozenset(way.split("/")) for way in line.split(", ")]
        whole = frozenset().union(*ways)
        for way in ways:
            found |= dict.fromkeys(way, whole - way)
    return found


_TABLE = _table()


def exclusives(term: str) -> frozenset[str]:
    """Return the terms that a term leaves out."""
    return _TABLE.get(term, frozenset())
