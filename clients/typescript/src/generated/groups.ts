/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */
import * as operations from "./operations.js";

export const groups = {
  types: {
    /**
     * List the types.
     * All of them, by name. With `include_stats=true` each says how many parts have it.
     *
     * `GET /types`
     */
    list: operations.listTypes,
    /**
     * Create a type.
     *
     * `POST /types`
     */
    create: operations.createType,
    /**
     * Show a type.
     *
     * `GET /types/{type_id}`
     */
    get: operations.getType,
    /**
     * Rename a type.
     *
     * `PUT /types/{type_id}`
     */
    update: operations.updateType,
    /**
     * Delete a type that no part has.
     *
     * `DELETE /types/{type_id}`
     */
    delete: operations.deleteType,
  },
  sellers: {
    /**
     * List the sellers.
     * All of them, by name.
     *
     * `GET /sellers`
     */
    list: operations.listSellers,
    /**
     * Create a seller.
     *
     * `POST /sellers`
     */
    create: operations.createSeller,
    /**
     * Show a seller.
     *
     * `GET /sellers/{seller_id}`
     */
    get: operations.getSeller,
    /**
     * Change a seller.
     * A member that is absent stays as it is.
     *
     * `PUT /sellers/{seller_id}`
     */
    update: operations.updateSeller,
    /**
     * Delete a seller that no part names.
     *
     * `DELETE /sellers/{seller_id}`
     */
    delete: operations.deleteSeller,
  },
  parts: {
    /**
     * List the parts.
     *
     * `GET /parts`
     */
    list: operations.listParts,
    /**
     * Create a part.
     * Its key is generated. An empty string means the same as null.
     *
     * `POST /parts`
     */
    create: operations.createPart,
    /**
     * List the parts and where they lie.
     *
     * `GET /parts/with-locations`
     */
    listWithLocations: operations.listPartsWithLocations,
    /**
     * Export the parts as CSV.
     * One row for each part, in the order in which they were made, as RFC 4180 describes CSV: UTF-8, commas, CRLF,
     * and a header that `import_parts` reads back. The rows show one moment, however long the download takes.
     * A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage
     * return) has an apostrophe before it, and so has one that begins with apostrophes followed by one of these. The
     * import takes that apostrophe off again. Several tags share a cell, with semicolons between them.
     *
     * `GET /parts/export.csv`
     */
    export: operations.exportParts,
    /**
     * Show a part.
     *
     * `GET /parts/{part_key}`
     */
    get: operations.getPart,
    /**
     * Change a part.
     * A member that is absent stays as it is; null, or an empty string, clears it.
     *
     * `PUT /parts/{part_key}`
     */
    update: operations.updatePart,
    /**
     * Delete a part that is not in stock.
     * Its history goes with it.
     *
     * `DELETE /parts/{part_key}`
     */
    delete: operations.deletePart,
    /**
     * List the locations where a part lies.
     * By box and location; empty when none is in stock.
     *
     * `GET /parts/{part_key}/locations`
     */
    listLocations: operations.listPartLocations,
    /**
     * List the changes of a part's stock.
     * The newest first. All of them add up to what is in stock.
     *
     * `GET /parts/{part_key}/history`
     */
    listHistory: operations.listPartHistory,
  },
  boxes: {
    /**
     * List the boxes.
     * All of them, by number, each with how full it is.
     *
     * `GET /boxes`
     */
    list: operations.listBoxes,
    /**
     * Create a box with its locations.
     * Its number is the next in the sequence; its locations are numbered from 1 to the capacity.
     *
     * `POST /boxes`
     */
    create: operations.createBox,
    /**
     * Show a box.
     *
     * `GET /boxes/{box_no}`
     */
    get: operations.getBox,
    /**
     * Change a box.
     * A larger capacity adds locations; a smaller one removes those with the highest numbers, if they are free.
     *
     * `PUT /boxes/{box_no}`
     */
    update: operations.updateBox,
    /**
     * Delete an empty box.
     * Its locations go with it; its number is not given again.
     *
     * `DELETE /boxes/{box_no}`
     */
    delete: operations.deleteBox,
    /**
     * Show how full a box is.
     *
     * `GET /boxes/{box_no}/usage`
     */
    getUsage: operations.getBoxUsage,
    /**
     * List the locations of a box.
     * All of them, by number.
     *
     * `GET /boxes/{box_no}/locations`
     */
    listLocations: operations.listBoxLocations,
  },
  locations: {
    /**
     * Show a location and what lies there.
     *
     * `GET /locations/{box_no}/{loc_no}`
     */
    get: operations.getLocation,
  },
  inventory: {
    /**
     * Add pieces of a part to a location.
     * Answers how many of them lie there now.
     *
     * `POST /inventory/parts/{part_key}/stock`
     */
    addStock: operations.addStock,
    /**
     * Remove pieces of a part from a location.
     * When the last piece goes, the location is free again; the part stays.
     *
     * `POST /inventory/parts/{part_key}/remove`
     */
    removeStock: operations.removeStock,
    /**
     * Move pieces of a part to another location.
     * All of them or none. The history gets one entry for each of the two locations.
     *
     * `POST /inventory/parts/{part_key}/move`
     */
    moveStock: operations.moveStock,
    /**
     * Suggest a free location for parts of a type.
     * The first free location in a box where that type already lies, otherwise the first free one anywhere.
     *
     * `GET /inventory/suggestions/{type_id}`
     */
    suggestLocation: operations.suggestLocation,
    /**
     * Plan how to tidy up.
     * Starts a task whose result is the plan: a list of moves, in the order in which to make them, that puts the parts
     * of each type together, the types in the order of their names, and fills the boxes from the first location on.
     * Parts without a type come last. A part that already lies where its type belongs stays there, and pieces of a
     * part that lie in several locations come together.
     * Each move takes all the pieces of a part from one location to another, which is free by then or holds the same
     * part; no part is put beside another one. The same stock gives the same plan. `max_moves` cuts the plan short:
     * what is done by then stands, and the next plan goes on from there.
     *
     * `POST /inventory/reorganization-plans`
     */
    planReorganization: operations.planReorganization,
    /**
     * Make every move of a plan.
     * All of them or none. The plan is outdated when what lies in one of its locations has changed since it was made, also when the plan has been applied already. The history gets two entries for each move.
     *
     * `POST /inventory/reorganization-plans/{plan_id}/apply`
     */
    applyReorganizationPlan: operations.applyReorganizationPlan,
  },
  imports: {
    /**
     * Import parts from a CSV file.
     * Reads files of one's own, what `export_parts` writes, and the order files that Mouser, DigiKey and LCSC let
     * people download. Columns are recognised by their headers, which may come after some lines of notes; `mapping`
     * says what the others mean. The encoding (UTF-8, UTF-16, Windows-1252, ISO 8859-1) and the delimiter (comma,
     * semicolon, tab, pipe) are detected unless they are given. Cells are text: nothing is ever computed.
     * With `dry_run` nothing is written, and the answer says what would become of each row. Otherwise a task is started
     * that imports all rows or, if one has an error, none: it fails with IMPORT_INVALID then.
     * **What a row becomes.** A row is a part that is there already when both have the same manufacturer code, without
     * regard to case, and the same manufacturer, or one of them has no manufacturer. Without a manufacturer code, the
     * description decides, among parts that have no code either. Such a row makes no new part and changes nothing about
     * the one that is there; a second row of the file for the same part counts likewise. A row that has a `key` gets
     * a part under that key unless somebody has it: so an export can be read into an empty inventory, and labels stay
     * valid. If the key belongs to another part, the row has an error.
     * **Quantities.** With `box_no`, the pieces are put where the part lies already (in that box if it does), otherwise
     * into the first free locations of that box, one for each part. Without it, quantities are left out.
     * **Names.** Types and sellers are found by their names and made where they are missing; a new seller needs a
     * website, from `seller_website` or from the address in `seller_link`. In the order file of a shop, the shop is
     * the seller, and rows without a part number, such as the one with the total, are skipped.
     * A file has at most 20000 rows and 100 columns, and the request as a whole at most 10 MiB.
     *
     * `POST /imports`
     */
    importParts: operations.importParts,
  },
  dashboard: {
    /**
     * Show the inventory in numbers.
     *
     * `GET /dashboard/stats`
     */
    getStats: operations.getStats,
    /**
     * List the latest changes of stock.
     * Of all parts, the newest first.
     *
     * `GET /dashboard/recent-activity`
     */
    listRecentActivity: operations.listRecentActivity,
    /**
     * Show how full the boxes are.
     * All boxes, by number.
     *
     * `GET /dashboard/storage-summary`
     */
    getStorageSummary: operations.getStorageSummary,
    /**
     * List the parts of which few are left.
     * The fewest first, parts at zero included.
     *
     * `GET /dashboard/low-stock`
     */
    listLowStock: operations.listLowStock,
    /**
     * Show how many parts each type has.
     * Types that parts have, the most frequent first.
     *
     * `GET /dashboard/category-distribution`
     */
    getCategoryDistribution: operations.getCategoryDistribution,
    /**
     * Show the parts to which no document belongs.
     *
     * `GET /dashboard/parts-without-documents`
     */
    getPartsWithoutDocuments: operations.getPartsWithoutDocuments,
  },
  health: {
    /**
     * Show the state of the service.
     * Answers 200 also when a check fails; `status` then says so. To decide on routing, ask readyz.
     *
     * `GET /health`
     */
    get: operations.getHealth,
    /**
     * Tell whether the process is alive.
     * Looks at nothing but the process itself; the database may be away.
     *
     * `GET /health/healthz`
     */
    getHealthz: operations.getHealthz,
    /**
     * Tell whether the service takes work.
     * The database answers, its schema is at the newest migration, and the process is not about to end.
     *
     * `GET /health/readyz`
     */
    getReadyz: operations.getReadyz,
    /**
     * End the process gracefully.
     * Does what SIGTERM does. From now on readyz answers 503; ordinary requests are served a little longer, then the service takes no new connection, finishes what is under way, closes its streams and ends.
     *
     * `POST /health/drain`
     */
    startDrain: operations.startDrain,
  },
  tasks: {
    /**
     * List the tasks.
     * The newest first.
     *
     * `GET /tasks`
     */
    list: operations.listTasks,
    /**
     * Show a task.
     *
     * `GET /tasks/{task_id}`
     */
    get: operations.getTask,
    /**
     * Delete a finished task.
     *
     * `DELETE /tasks/{task_id}`
     */
    delete: operations.deleteTask,
    /**
     * Cancel a task.
     * A task that waits is cancelled at once, one that runs at the next point where its work may be left; until then its status is `running`. A task that is past its last such point completes.
     *
     * `POST /tasks/{task_id}/cancel`
     */
    cancel: operations.cancelTask,
    /**
     * Follow a task.
     * Server-sent events: `task_started`, `progress_update` and at the end `task_completed` or `task_failed`. A client that comes late gets the present state first; behind the end the stream is closed as `completed`.
     *
     * `GET /tasks/{task_id}/stream`
     */
    stream: operations.streamTask,
  },
  utils: {
    /**
     * Follow the versions of service and frontend.
     * Server-sent events. A `version` event comes at once and at each change. In test mode the stream is silent until the version of a frontend is known.
     *
     * `GET /utils/version/stream`
     */
    streamVersions: operations.streamVersions,
  },
};
