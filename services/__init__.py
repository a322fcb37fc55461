"""The application: one class of use cases for each noun, over one session, in one world."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy.orm import Session

from services.boxes import Boxes
from services.dashboard import Dashboard
from services.imports import Imports
from services.inventory import Inventory
from services.kernel.world import World
from services.locations import Locations
from services.parts import Parts
from services.reorganization import Reorganization
from services.runner import TaskRunner
from services.sellers import Sellers
from services.tasks import Tasks
from services.types import Types


class Services:
    """Every use case, for as long as the session lives. Services flush; whoever owns the session commits."""

    def __init__(self, session: Session, world: World, runner: TaskRunner | None = None) -> None:
        self.session = session
        self.world = world
        self._runner = runner
        # What is written in this session is stamped by the world's clock, whatever the store was made with.
        session.info["clock"] = world.clock

    @cached_property
    def types(self) -> Types:
        return Types(self.session)

    @cached_property
    def sellers(self) -> Sellers:
        return Sellers(self.session)

    @cached_property
    def parts(self) -> Parts:
        return Parts(self.session, self.world)

    @cached_property
    def boxes(self) -> Boxes:
        return Boxes(self.session)

    @cached_property
    def locations(self) -> Locations:
        return Locations(self.session)

    @cached_property
    def inventory(self) -> Inventory:
        return Inventory(self.session, self.world)

    @cached_property
    def reorganization(self) -> Reorganization:
        return Reorganization(self.session, self.world)

    @cached_property
    def imports(self) -> Imports:
        return Imports(self.session, self.world)

    @cached_property
    def dashboard(self) -> Dashboard:
        return Dashboard(self.session, self.world)

    @cached_property
    def tasks(self) -> Tasks:
        if self._runner is None:
            raise RuntimeError("tasks need the runner of an application")
        return Tasks(self.session, self.world, self._runner)
