"""The Equal Earth projection: degrees to a plane in which areas keep their size.

Formula and constants: Šavrič, Patterson and Jenny, "The Equal Earth map projection" (2018).
"""

from math import asin, cos, radians, sin, sqrt
from typing import Final

_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_M: Final = sqrt(3) / 2

SCALE: Final = 180.0
"""Units of the drawing to one unit of the projection: the world is then about 974 wide."""


def project(lat: float, lon: float) -> tuple[float, float]:
    """Where a place is drawn: units to the right and down from 0° N, 0° E."""
    t = asin(_M * sin(radians(lat)))
    a1, a2, a3, a4 = _A
    square = t * t
    sixth = square**3
    down = t * (a1 + a2 * square + sixth * (a3 + a4 * square))
    stretch = _M * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square))
    return SCALE * radians(lon) * cos(t) / stretch, -SCALE * down
