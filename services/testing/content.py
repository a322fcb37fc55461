"""Files for tests of uploads and previews; the same text always gives the same bytes."""

from __future__ import annotations

import html as html_module
import struct
import zlib

from services.testing.font import GLYPH_HEIGHT, GLYPH_WIDTH, columns

WIDTH = 400
HEIGHT = 100
_MARGIN = 10
_MAX_SCALE = 4
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(text: str) -> bytes:
    """A PNG of 400 by 100 pixels with the text in its middle, as large as fits (PNG, third edition).

    The background's colour comes from the text, so that two images are told apart at a glance.
    """
    scale = max(1, min(_MAX_SCALE, (WIDTH - 2 * _MARGIN) // (max(1, len(text)) * (GLYPH_WIDTH + 1))))
    shown = text[: (WIDTH - 2 * _MARGIN) // ((GLYPH_WIDTH + 1) * scale)]
    rows = _canvas(shown, scale)
    pixels = b"".join(b"\0" + bytes(row) for row in rows)
    tint = zlib.crc32(text.encode())
    palette = bytes([200 + tint % 50, 200 + tint // 50 % 50, 200 + tint // 2500 % 50, 20, 30, 60])
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _canvas(text: str, scale: int) -> list[bytearray]:
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    left = (WIDTH - len(text) * (GLYPH_WIDTH + 1) * scale) // 2
    top = (HEIGHT - GLYPH_HEIGHT * scale) // 2
    for position, character in enumerate(text):
        for x, bits in enumerate(columns(character)):
            start = left + (position * (GLYPH_WIDTH + 1) + x) * scale
            for y in range(GLYPH_HEIGHT):
                if bits >> y & 1:
                    for row in rows[top + y * scale : top + (y + 1) * scale]:
                        row[start : start + scale] = b"\1" * scale
    return rows


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pdf(text: str) -> bytes:
    """A PDF 1.4 of one A4 page with the text on it; characters outside Latin-1 become question marks."""
    shown = text.encode("latin-1", "replace").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    stream = b"BT /F1 18 Tf 72 760 Td (" + shown + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def html(title: str) -> str:
    """A small page with that title, in its head and as its heading."""
    escaped = html_module.escape(title)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f"<title>{escaped}</title></head>\n<body><h1>{escaped}</h1></body>\n</html>\n"
    )
