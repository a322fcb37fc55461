"""Which column of a file means what, in files of our own, of people and of shops.

The shops' headers are those of the order files that people download from their accounts there:

* Mouser, order details and cart: ``Mouser #:``, ``Mfr. #:``, ``Desc.:``, ``Order Qty.``, ``Price (USD)``; the cart
  without colons, with ``Manufacturer`` and ``Description``; newer ones spell ``Mouser No`` and ``Mfr. No``.
* DigiKey, order and invoice: ``Index``, ``DigiKey Part #`` (older: ``Digi-Key Part Number``, ``Part Number``),
  ``Manufacturer Part Number``, ``Description``, ``Customer Reference``, ``Quantity``, ``Backorder``, ``Unit Price``,
  ``Extended Price``. There is no manufacturer, and the last row has nothing but ``Subtotal`` in it.
* LCSC, order export: ``LCSC Part Number``, ``Manufacture Part Number`` (their spelling), ``Manufacturer``,
  ``Customer NO.``, ``Package``, ``Description``, ``RoHS``, ``Order Qty.``, ``Min\\Mult Order Qty.``, ``Unit Price($)``,
  ``Order Price($)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from services.kernel.errors import ImportUnreadable
from services.kernel.names import fold

IGNORE = "ignore"
"""What a mapping says of a column that is to be left out."""

ALIASES: Mapping[str, tuple[str, ...]] = {
    "key": ("key", "partkey"),
    "seller_part_number": (
        "mouserno",
        "mouserpartno",
        "mouserpartnumber",
        "digikeypartno",
        "digikeypartnumber",
        "lcscpartnumber",
        "lcscpartno",
        "sellerpartnumber",
        "supplierpartnumber",
        "supplierpartno",
        "sku",
    ),
    "manufacturer_code": (
        "manufacturercode",
        "manufacturerpartnumber",
        "manufacturepartnumber",
        "manufacturerpartno",
        "mfrpartnumber",
        "mfrpartno",
        "mfgpartnumber",
        "mfgpartno",
        "mfrno",
        "mfgno",
        "mpn",
        "partnumber",
        "partno",
    ),
    "manufacturer": ("manufacturer", "manufacturername", "mfr", "mfg", "mfrname", "mfgname", "brand"),
    "description": ("description", "desc", "productdescription", "partdescription", "details", "name", "partname"),
    "quantity": ("quantity", "orderqty", "orderquantity", "qtyordered", "quantityordered", "qty", "quantityshipped"),
    "type": ("type", "category", "typename", "parttype"),
    "tags": ("tags", "keywords", "labels"),
    "package": ("package", "packagecase", "housing", "footprint", "case"),
    "pin_count": ("pincount", "pins", "numberofpins"),
    "pin_pitch": ("pinpitch", "pitch"),
    "voltage_rating": ("voltagerating", "voltage", "ratedvoltage"),
    "input_voltage": ("inputvoltage",),
    "output_voltage": ("outputvoltage",),
    "mounting_type": ("mountingtype", "mounting", "mountingstyle"),
    "series": ("series",),
    "dimensions": ("dimensions", "size"),
    "seller": ("seller", "sellername", "supplier", "vendor", "distributor"),
    "seller_website": ("sellerwebsite", "supplierwebsite"),
    "seller_link": ("sellerlink", "supplierlink", "supplierurl"),
    "product_page": ("productpage", "producturl", "url", "link"),
}
"""The headers of each field as ``normal`` spells them, the best first. Each field's own name is among them."""

FIELDS = tuple(ALIASES)

_KNOWN = frozenset(alias for aliases in ALIASES.values() for alias in aliases)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. A shop's has a seller, and says ``-`` where it has nothing to say."""

    name: str
    signatures: tuple[frozenset[str], ...] = ()
    seller_names: tuple[str, ...] = ()
    website: str = ""
    search: str = ""

    @property
    def is_order(self) -> bool:
        """Whether the file comes from a shop."""
        return bool(self.seller_names)

    def link(self, seller_part_number: str) -> str:
        """Where the shop shows the part."""
        return self.search + quote(seller_part_number, safe="")


GENERIC = Format("generic")
_SHOPS = (
    Format(
        "mouser",
        tuple(frozenset({name}) for name in ("mouserno", "mouserpartno", "mouserpartnumber")),
        ("Mouser", "Mouser Electronics"),
        "https://www.mouser.com",
        "https://www.mouser.com/c/?q=",
    ),
    Format(
        "digikey",
        (
            frozenset({"digikeypartno"}),
            frozenset({"digikeypartnumber"}),
            frozenset({"index", "quantity", "partnumber", "manufacturerpartnumber", "customerreference"}),
        ),
        ("DigiKey", "Digi-Key", "DigiKey Electronics", "Digi-Key Electronics"),
        "https://www.digikey.com",
        "https://www.digikey.com/en/products/result?keywords=",
    ),
    Format(
        "lcsc",
        (frozenset({"lcscpartnumber"}), frozenset({"lcscpartno"})),
        ("LCSC", "LCSC Electronics"),
        "https://www.lcsc.com",
        "https://www.lcsc.com/search?q=",
    ),
)
FORMATS = tuple(one.name for one in (*_SHOPS, GENERIC))


def normal(header: str) -> str:
    """A header without what differs from file to file: case, spaces, punctuation, and ``#`` for ``No``."""
    return re.sub(r"[\W_]+", "", fold(header).replace("#", "no"))


def recognised(header: Sequence[str]) -> Format:
    """The kind of file that has such a header."""
    present = {normal(cell) for cell in header}
    return next((shop for shop in _SHOPS if any(needed <= present for needed in shop.signatures)), GENERIC)


class Headers:
    """What the columns of files mean: as people say in ``mapping`` (column to field), otherwise by their names."""

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        self._mapping = {column.strip(): field for column, field in (mapping or {}).items()}

    def count_known(self, cells: Sequence[str]) -> int:
        """How many cells of a row are known as headers."""
        return sum(cell.strip() in self._mapping or normal(cell) in _KNOWN for cell in cells)

    def fields(self, header: Sequence[str]) -> dict[str, int]:
        """The position of the column of each field.

        Raises ImportUnreadable when the mapping names a column that is not there, or a field twice.
        """
        found = self._mapped(header)
        taken = {position for position, cell in enumerate(header) if cell in self._mapping}
        names = [normal(cell) for cell in header]
        if recognised(header).name == "digikey" and "digikeypartno" not in names and "digikeypartnumber" not in names:
            # Their older files call their own number just Part Number.
            names = ["digikeypartnumber" if name == "partnumber" else name for name in names]
        for field in FIELDS:
            if field not in found:
                position = next(self._columns(field, names, taken), None)
                if position is not None:
                    found[field] = position
                    taken.add(position)
        return found

    def _mapped(self, header: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for column, field in self._mapping.items():
            if column not in header:
                raise ImportUnreadable(f"The file has no column named {column}", pointer="/mapping")
            if field == IGNORE:
                continue
            if field in found:
                raise ImportUnreadable(f"Two columns are mapped to {field}", pointer="/mapping")
            found[field] = header.index(column)
        return found

    @staticmethod
    def _columns(field: str, names: Sequence[str], taken: set[int]) -> Iterator[int]:
        for alias in ALIASES[field]:
            yield from (position for position, name in enumerate(names) if name == alias and position not in taken)
