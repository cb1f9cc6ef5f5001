"""Opaque ids: random, so that they tell neither order nor number; written in twelve letters and digits in addresses."""

import secrets

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_BITS = 60


def random_id() -> int:
    """Give a random positive id of 60 bits (the SQLite row id as well, so that row order tells nothing: S24)."""
    return secrets.randbits(_BITS) | 1 << (_BITS - 1)


def spell(number: int) -> str:
    """Write an id as twelve lower-case letters and digits without look-alikes."""
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(_BITS - 5, -1, -5))


def unspell(word: str) -> int:
    """Read an id written by `spell`; ValueError for anything else."""
    if len(word) != _BITS // 5:
        raise ValueError("an id has twelve letters")
    number = 0
    for letter in word:
        number = number << 5 | _ALPHABET.index(letter)
    return number


class IdConverter:
    """The path converter `<id:...>` for opaque ids."""

    regex = f"[{_ALPHABET}]{{12}}"

    def to_python(self, value: str) -> int:
        """Read the id from an address."""
        return unspell(value)

    def to_url(self, value: int) -> str:
        """Write the id into an address."""
        return spell(value)
