"""FastAPI, Pydantic and SQLAlchemy as their documentation puts them together, with response_model on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

from fastapi import Depends, FastAPI, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy.orm import Session

from benchmarks.peers import queries

app = FastAPI(title="partsbench, as a FastAPI application")
sessions = queries.open_database(os.environ["DATABASE_URL"])

Id = Annotated[int, Field(ge=1, le=2_147_483_647)]
Line50 = Annotated[str, StringConstraints(max_length=50)]
Line100 = Annotated[str, StringConstraints(max_length=100)]
Line255 = Annotated[str, StringConstraints(max_length=255)]
Line500 = Annotated[str, StringConstraints(max_length=500)]
PartKey = Annotated[str, StringConstraints(pattern="^[A-Z]{4}$")]


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class In(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Liveness(Out):
    status: str


class Type(Out):
    id: Id
    name: Line100
    created_at: datetime
    updated_at: datetime


class TypeCreate(In):
    name: Annotated[
        str,
        StringConstraints(min_length=1, max_length=100, strip_whitespace=True, pattern=r"^[^\x00-\x1f]+$"),
    ]


class SellerSummary(Out):
    id: Id
    name: Line255
    website: Line500


class Part(Out):
    key: PartKey
    description: Annotated[str, StringConstraints(max_length=2000)]
    manufacturer_code: Line255 | None
    manufacturer: Line255 | None
    product_page: Line500 | None
    seller_id: Id | None
    seller_link: Line500 | None
    type_id: Id | None
    tags: list[Line50]
    package: Line100 | None
    pin_count: Annotated[int, Field(ge=1, le=10_000)] | None
    pin_pitch: Line50 | None
    voltage_rating: Line100 | None
    input_voltage: Line100 | None
    output_voltage: Line100 | None
    mounting_type: Line50 | None
    series: Line100 | None
    dimensions: Line100 | None
    total_quantity: Annotated[int, Field(ge=0)]
    type: Type | None
    seller: SellerSummary | None
    created_at: datetime
    updated_at: datetime


class StockChange(In):
    box_no: Id
    loc_no: Id
    qty: Annotated[int, Field(ge=1, le=1_000_000)]


class StockLevel(Out):
    key: PartKey
    box_no: Id
    loc_no: Id
    qty: Id


def session() -> Iterator[Session]:
    with sessions() as opened:
        yield opened


Database = Annotated[Session, Depends(session)]


@app.exception_handler(queries.NotFound)
async def not_found(_request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"detail": str(error)}, 404)


@app.exception_handler(queries.NameTaken)
async def name_taken(_request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"detail": str(error)}, 409)


@app.get("/api/health/healthz", response_model=Liveness)
async def get_healthz() -> Liveness:
    return Liveness(status="alive")


@app.get("/api/types", response_model=list[Type])
def list_types(database: Database, response: Response) -> object:
    types = queries.list_types(database)
    response.headers["X-Total-Count"] = str(len(types))
    return types


@app.get("/api/types/{type_id}", response_model=Type)
def get_type(type_id: Annotated[int, Path(ge=1, le=2_147_483_647)], database: Database) -> object:
    return queries.get_type(database, type_id)


@app.post("/api/types", response_model=Type, status_code=201)
def create_type(body: TypeCreate, database: Database, response: Response) -> object:
    made = queries.create_type(database, body.name)
    response.headers["Location"] = f"/api/types/{made.id}"
    return made


@app.get("/api/parts", response_model=list[Part])
def list_parts(
    database: Database,
    response: Response,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    offset: Annotated[int, Query(ge=0, le=2_147_483_647)] = 0,
    q: Annotated[str | None, Query(max_length=200)] = None,
) -> object:
    parts, total = queries.list_parts(database, limit, offset, q)
    response.headers["X-Total-Count"] = str(total)
    response.headers["Link"] = queries.page_links("/api/parts", total, limit, offset, q)
    return parts


@app.post("/api/inventory/parts/{part_key}/stock", response_model=StockLevel, status_code=201)
def add_stock(part_key: PartKey, body: StockChange, database: Database, response: Response) -> StockLevel:
    qty = queries.add_stock(database, part_key, body.box_no, body.loc_no, body.qty)
    response.headers["Location"] = f"/api/locations/{body.box_no}/{body.loc_no}"
    return StockLevel(key=part_key, box_no=body.box_no, loc_no=body.loc_no, qty=qty)
