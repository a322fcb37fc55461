/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */
import type { CallOptions } from "../connection.js";
import type { Operation, Query } from "../operation.js";
import type { Failure, Success } from "../result.js";
import type { EventStream, StreamEvent, StreamOptions } from "../stream.js";
import type { components, operations } from "./schema.js";

type schemas = components["schemas"];

/** The path below the service's address where the operations live. */
export const basePath = "/api";

export type ListTypesResult =
  | Success<200, operations["list_types"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the types.
 * All of them, by name. With `include_stats=true` each says how many parts have it.
 *
 * `GET /types`
 */
export const listTypes: Operation<[query?: Query<NonNullable<operations["list_types"]["parameters"]["query"]>>, options?: CallOptions], Promise<ListTypesResult>> = { id: "list_types", method: "GET", path: "/types", query: true };

export type CreateTypeResult =
  | Success<201, operations["create_type"]["responses"][201]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<409, "TYPE_NAME_TAKEN" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Create a type.
 *
 * `POST /types`
 */
export const createType: Operation<[body: NonNullable<operations["create_type"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<CreateTypeResult>> = { id: "create_type", method: "POST", path: "/types", body: "application/json" };

export type GetTypeResult =
  | Success<200, operations["get_type"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "TYPE_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show a type.
 *
 * `GET /types/{type_id}`
 */
export const getType: Operation<[type_id: operations["get_type"]["parameters"]["path"]["type_id"], options?: CallOptions], Promise<GetTypeResult>> = { id: "get_type", method: "GET", path: "/types/{type_id}" };

export type UpdateTypeResult =
  | Success<200, operations["update_type"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "TYPE_NOT_FOUND">
  | Failure<409, "TYPE_NAME_TAKEN" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Rename a type.
 *
 * `PUT /types/{type_id}`
 */
export const updateType: Operation<[type_id: operations["update_type"]["parameters"]["path"]["type_id"], body: NonNullable<operations["update_type"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<UpdateTypeResult>> = { id: "update_type", method: "PUT", path: "/types/{type_id}", body: "application/json" };

export type DeleteTypeResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "TYPE_NOT_FOUND">
  | Failure<409, "TYPE_IN_USE" | "CONSTRAINT_VIOLATION">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Delete a type that no part has.
 *
 * `DELETE /types/{type_id}`
 */
export const deleteType: Operation<[type_id: operations["delete_type"]["parameters"]["path"]["type_id"], options?: CallOptions], Promise<DeleteTypeResult>> = { id: "delete_type", method: "DELETE", path: "/types/{type_id}" };

export type ListSellersResult =
  | Success<200, operations["list_sellers"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the sellers.
 * All of them, by name.
 *
 * `GET /sellers`
 */
export const listSellers: Operation<[options?: CallOptions], Promise<ListSellersResult>> = { id: "list_sellers", method: "GET", path: "/sellers" };

export type CreateSellerResult =
  | Success<201, operations["create_seller"]["responses"][201]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<409, "SELLER_NAME_TAKEN" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Create a seller.
 *
 * `POST /sellers`
 */
export const createSeller: Operation<[body: NonNullable<operations["create_seller"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<CreateSellerResult>> = { id: "create_seller", method: "POST", path: "/sellers", body: "application/json" };

export type GetSellerResult =
  | Success<200, operations["get_seller"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "SELLER_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show a seller.
 *
 * `GET /sellers/{seller_id}`
 */
export const getSeller: Operation<[seller_id: operations["get_seller"]["parameters"]["path"]["seller_id"], options?: CallOptions], Promise<GetSellerResult>> = { id: "get_seller", method: "GET", path: "/sellers/{seller_id}" };

export type UpdateSellerResult =
  | Success<200, operations["update_seller"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "SELLER_NOT_FOUND">
  | Failure<409, "SELLER_NAME_TAKEN" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Change a seller.
 * A member that is absent stays as it is.
 *
 * `PUT /sellers/{seller_id}`
 */
export const updateSeller: Operation<[seller_id: operations["update_seller"]["parameters"]["path"]["seller_id"], body: NonNullable<operations["update_seller"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<UpdateSellerResult>> = { id: "update_seller", method: "PUT", path: "/sellers/{seller_id}", body: "application/json" };

export type DeleteSellerResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "SELLER_NOT_FOUND">
  | Failure<409, "SELLER_IN_USE" | "CONSTRAINT_VIOLATION">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Delete a seller that no part names.
 *
 * `DELETE /sellers/{seller_id}`
 */
export const deleteSeller: Operation<[seller_id: operations["delete_seller"]["parameters"]["path"]["seller_id"], options?: CallOptions], Promise<DeleteSellerResult>> = { id: "delete_seller", method: "DELETE", path: "/sellers/{seller_id}" };

export type ListPartsResult =
  | Success<200, operations["list_parts"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the parts.
 *
 * `GET /parts`
 */
export const listParts: Operation<[query?: Query<NonNullable<operations["list_parts"]["parameters"]["query"]>>, options?: CallOptions], Promise<ListPartsResult>> = { id: "list_parts", method: "GET", path: "/parts", query: true };

export type CreatePartResult =
  | Success<201, operations["create_part"]["responses"][201]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "TYPE_NOT_FOUND" | "SELLER_NOT_FOUND">
  | Failure<409, "PART_KEYS_EXHAUSTED" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Create a part.
 * Its key is generated. An empty string means the same as null.
 *
 * `POST /parts`
 */
export const createPart: Operation<[body: NonNullable<operations["create_part"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<CreatePartResult>> = { id: "create_part", method: "POST", path: "/parts", body: "application/json" };

export type ListPartsWithLocationsResult =
  | Success<200, operations["list_parts_with_locations"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the parts and where they lie.
 *
 * `GET /parts/with-locations`
 */
export const listPartsWithLocations: Operation<[query?: Query<NonNullable<operations["list_parts_with_locations"]["parameters"]["query"]>>, options?: CallOptions], Promise<ListPartsWithLocationsResult>> = { id: "list_parts_with_locations", method: "GET", path: "/parts/with-locations", query: true };

export type ExportPartsResult =
  | Success<200, operations["export_parts"]["responses"][200]["content"]["text/csv"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
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
export const exportParts: Operation<[query?: Query<NonNullable<operations["export_parts"]["parameters"]["query"]>>, options?: CallOptions], Promise<ExportPartsResult>> = { id: "export_parts", method: "GET", path: "/parts/export.csv", query: true };

export type GetPartResult =
  | Success<200, operations["get_part"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "PART_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show a part.
 *
 * `GET /parts/{part_key}`
 */
export const getPart: Operation<[part_key: operations["get_part"]["parameters"]["path"]["part_key"], options?: CallOptions], Promise<GetPartResult>> = { id: "get_part", method: "GET", path: "/parts/{part_key}" };

export type UpdatePartResult =
  | Success<200, operations["update_part"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "PART_NOT_FOUND" | "TYPE_NOT_FOUND" | "SELLER_NOT_FOUND">
  | Failure<409, "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Change a part.
 * A member that is absent stays as it is; null, or an empty string, clears it.
 *
 * `PUT /parts/{part_key}`
 */
export const updatePart: Operation<[part_key: operations["update_part"]["parameters"]["path"]["part_key"], body: NonNullable<operations["update_part"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<UpdatePartResult>> = { id: "update_part", method: "PUT", path: "/parts/{part_key}", body: "application/json" };

export type DeletePartResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "PART_NOT_FOUND">
  | Failure<409, "PART_HAS_STOCK" | "CONSTRAINT_VIOLATION">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Delete a part that is not in stock.
 * Its history goes with it.
 *
 * `DELETE /parts/{part_key}`
 */
export const deletePart: Operation<[part_key: operations["delete_part"]["parameters"]["path"]["part_key"], options?: CallOptions], Promise<DeletePartResult>> = { id: "delete_part", method: "DELETE", path: "/parts/{part_key}" };

export type ListPartLocationsResult =
  | Success<200, operations["list_part_locations"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "PART_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the locations where a part lies.
 * By box and location; empty when none is in stock.
 *
 * `GET /parts/{part_key}/locations`
 */
export const listPartLocations: Operation<[part_key: operations["list_part_locations"]["parameters"]["path"]["part_key"], options?: CallOptions], Promise<ListPartLocationsResult>> = { id: "list_part_locations", method: "GET", path: "/parts/{part_key}/locations" };

export type ListPartHistoryResult =
  | Success<200, operations["list_part_history"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "PART_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the changes of a part's stock.
 * The newest first. All of them add up to what is in stock.
 *
 * `GET /parts/{part_key}/history`
 */
export const listPartHistory: Operation<[part_key: operations["list_part_history"]["parameters"]["path"]["part_key"], query?: Query<NonNullable<operations["list_part_history"]["parameters"]["query"]>>, options?: CallOptions], Promise<ListPartHistoryResult>> = { id: "list_part_history", method: "GET", path: "/parts/{part_key}/history", query: true };

export type ListBoxesResult =
  | Success<200, operations["list_boxes"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the boxes.
 * All of them, by number, each with how full it is.
 *
 * `GET /boxes`
 */
export const listBoxes: Operation<[options?: CallOptions], Promise<ListBoxesResult>> = { id: "list_boxes", method: "GET", path: "/boxes" };

export type CreateBoxResult =
  | Success<201, operations["create_box"]["responses"][201]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<409, "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Create a box with its locations.
 * Its number is the next in the sequence; its locations are numbered from 1 to the capacity.
 *
 * `POST /boxes`
 */
export const createBox: Operation<[body: NonNullable<operations["create_box"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<CreateBoxResult>> = { id: "create_box", method: "POST", path: "/boxes", body: "application/json" };

export type GetBoxResult =
  | Success<200, operations["get_box"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "BOX_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show a box.
 *
 * `GET /boxes/{box_no}`
 */
export const getBox: Operation<[box_no: operations["get_box"]["parameters"]["path"]["box_no"], options?: CallOptions], Promise<GetBoxResult>> = { id: "get_box", method: "GET", path: "/boxes/{box_no}" };

export type UpdateBoxResult =
  | Success<200, operations["update_box"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "BOX_NOT_FOUND">
  | Failure<409, "CAPACITY_IN_USE" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Change a box.
 * A larger capacity adds locations; a smaller one removes those with the highest numbers, if they are free.
 *
 * `PUT /boxes/{box_no}`
 */
export const updateBox: Operation<[box_no: operations["update_box"]["parameters"]["path"]["box_no"], body: NonNullable<operations["update_box"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<UpdateBoxResult>> = { id: "update_box", method: "PUT", path: "/boxes/{box_no}", body: "application/json" };

export type DeleteBoxResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "BOX_NOT_FOUND">
  | Failure<409, "BOX_NOT_EMPTY" | "CONSTRAINT_VIOLATION">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Delete an empty box.
 * Its locations go with it; its number is not given again.
 *
 * `DELETE /boxes/{box_no}`
 */
export const deleteBox: Operation<[box_no: operations["delete_box"]["parameters"]["path"]["box_no"], options?: CallOptions], Promise<DeleteBoxResult>> = { id: "delete_box", method: "DELETE", path: "/boxes/{box_no}" };

export type GetBoxUsageResult =
  | Success<200, operations["get_box_usage"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "BOX_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show how full a box is.
 *
 * `GET /boxes/{box_no}/usage`
 */
export const getBoxUsage: Operation<[box_no: operations["get_box_usage"]["parameters"]["path"]["box_no"], options?: CallOptions], Promise<GetBoxUsageResult>> = { id: "get_box_usage", method: "GET", path: "/boxes/{box_no}/usage" };

export type ListBoxLocationsResult =
  | Success<200, operations["list_box_locations"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "BOX_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the locations of a box.
 * All of them, by number.
 *
 * `GET /boxes/{box_no}/locations`
 */
export const listBoxLocations: Operation<[box_no: operations["list_box_locations"]["parameters"]["path"]["box_no"], options?: CallOptions], Promise<ListBoxLocationsResult>> = { id: "list_box_locations", method: "GET", path: "/boxes/{box_no}/locations" };

export type GetLocationResult =
  | Success<200, operations["get_location"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "LOCATION_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show a location and what lies there.
 *
 * `GET /locations/{box_no}/{loc_no}`
 */
export const getLocation: Operation<[box_no: operations["get_location"]["parameters"]["path"]["box_no"], loc_no: operations["get_location"]["parameters"]["path"]["loc_no"], options?: CallOptions], Promise<GetLocationResult>> = { id: "get_location", method: "GET", path: "/locations/{box_no}/{loc_no}" };

export type AddStockResult =
  | Success<201, operations["add_stock"]["responses"][201]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "PART_NOT_FOUND" | "LOCATION_NOT_FOUND">
  | Failure<409, "QUANTITY_LIMIT" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Add pieces of a part to a location.
 * Answers how many of them lie there now.
 *
 * `POST /inventory/parts/{part_key}/stock`
 */
export const addStock: Operation<[part_key: operations["add_stock"]["parameters"]["path"]["part_key"], body: NonNullable<operations["add_stock"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<AddStockResult>> = { id: "add_stock", method: "POST", path: "/inventory/parts/{part_key}/stock", body: "application/json" };

export type RemoveStockResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "PART_NOT_FOUND" | "LOCATION_NOT_FOUND">
  | Failure<409, "INSUFFICIENT_QUANTITY" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Remove pieces of a part from a location.
 * When the last piece goes, the location is free again; the part stays.
 *
 * `POST /inventory/parts/{part_key}/remove`
 */
export const removeStock: Operation<[part_key: operations["remove_stock"]["parameters"]["path"]["part_key"], body: NonNullable<operations["remove_stock"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<RemoveStockResult>> = { id: "remove_stock", method: "POST", path: "/inventory/parts/{part_key}/remove", body: "application/json" };

export type MoveStockResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "PART_NOT_FOUND" | "LOCATION_NOT_FOUND">
  | Failure<409, "INSUFFICIENT_QUANTITY" | "SAME_LOCATION" | "CONSTRAINT_VIOLATION">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Move pieces of a part to another location.
 * All of them or none. The history gets one entry for each of the two locations.
 *
 * `POST /inventory/parts/{part_key}/move`
 */
export const moveStock: Operation<[part_key: operations["move_stock"]["parameters"]["path"]["part_key"], body: NonNullable<operations["move_stock"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<MoveStockResult>> = { id: "move_stock", method: "POST", path: "/inventory/parts/{part_key}/move", body: "application/json" };

export type SuggestLocationResult =
  | Success<200, operations["suggest_location"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "TYPE_NOT_FOUND">
  | Failure<409, "NO_FREE_LOCATION">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Suggest a free location for parts of a type.
 * The first free location in a box where that type already lies, otherwise the first free one anywhere.
 *
 * `GET /inventory/suggestions/{type_id}`
 */
export const suggestLocation: Operation<[type_id: operations["suggest_location"]["parameters"]["path"]["type_id"], options?: CallOptions], Promise<SuggestLocationResult>> = { id: "suggest_location", method: "GET", path: "/inventory/suggestions/{type_id}" };

export type PlanReorganizationResult =
  | Success<202, operations["plan_reorganization"]["responses"][202]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "TYPE_NOT_FOUND">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
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
export const planReorganization: Operation<[body: NonNullable<operations["plan_reorganization"]["requestBody"]>["content"]["application/json"], options?: CallOptions], Promise<PlanReorganizationResult>> = { id: "plan_reorganization", method: "POST", path: "/inventory/reorganization-plans", body: "application/json" };

export type ApplyReorganizationPlanResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "PLAN_NOT_FOUND">
  | Failure<409, "PLAN_NOT_READY" | "PLAN_OUTDATED" | "CONSTRAINT_VIOLATION">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Make every move of a plan.
 * All of them or none. The plan is outdated when what lies in one of its locations has changed since it was made, also when the plan has been applied already. The history gets two entries for each move.
 *
 * `POST /inventory/reorganization-plans/{plan_id}/apply`
 */
export const applyReorganizationPlan: Operation<[plan_id: operations["apply_reorganization_plan"]["parameters"]["path"]["plan_id"], options?: CallOptions], Promise<ApplyReorganizationPlanResult>> = { id: "apply_reorganization_plan", method: "POST", path: "/inventory/reorganization-plans/{plan_id}/apply" };

export type ImportPartsResult =
  | Success<200, operations["import_parts"]["responses"][200]["content"]["application/json"]>
  | Success<202, operations["import_parts"]["responses"][202]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED" | "MALFORMED_JSON">
  | Failure<404, "BOX_NOT_FOUND">
  | Failure<413, "PAYLOAD_TOO_LARGE">
  | Failure<415, "UNSUPPORTED_MEDIA_TYPE">
  | Failure<422, "IMPORT_UNREADABLE">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
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
export const importParts: Operation<[body: NonNullable<operations["import_parts"]["requestBody"]>["content"]["multipart/form-data"], options?: CallOptions], Promise<ImportPartsResult>> = { id: "import_parts", method: "POST", path: "/imports", body: "multipart/form-data" };

export type GetStatsResult =
  | Success<200, operations["get_stats"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show the inventory in numbers.
 *
 * `GET /dashboard/stats`
 */
export const getStats: Operation<[options?: CallOptions], Promise<GetStatsResult>> = { id: "get_stats", method: "GET", path: "/dashboard/stats" };

export type ListRecentActivityResult =
  | Success<200, operations["list_recent_activity"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the latest changes of stock.
 * Of all parts, the newest first.
 *
 * `GET /dashboard/recent-activity`
 */
export const listRecentActivity: Operation<[query?: Query<NonNullable<operations["list_recent_activity"]["parameters"]["query"]>>, options?: CallOptions], Promise<ListRecentActivityResult>> = { id: "list_recent_activity", method: "GET", path: "/dashboard/recent-activity", query: true };

export type GetStorageSummaryResult =
  | Success<200, operations["get_storage_summary"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show how full the boxes are.
 * All boxes, by number.
 *
 * `GET /dashboard/storage-summary`
 */
export const getStorageSummary: Operation<[options?: CallOptions], Promise<GetStorageSummaryResult>> = { id: "get_storage_summary", method: "GET", path: "/dashboard/storage-summary" };

export type ListLowStockResult =
  | Success<200, operations["list_low_stock"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the parts of which few are left.
 * The fewest first, parts at zero included.
 *
 * `GET /dashboard/low-stock`
 */
export const listLowStock: Operation<[query?: Query<NonNullable<operations["list_low_stock"]["parameters"]["query"]>>, options?: CallOptions], Promise<ListLowStockResult>> = { id: "list_low_stock", method: "GET", path: "/dashboard/low-stock", query: true };

export type GetCategoryDistributionResult =
  | Success<200, operations["get_category_distribution"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show how many parts each type has.
 * Types that parts have, the most frequent first.
 *
 * `GET /dashboard/category-distribution`
 */
export const getCategoryDistribution: Operation<[options?: CallOptions], Promise<GetCategoryDistributionResult>> = { id: "get_category_distribution", method: "GET", path: "/dashboard/category-distribution" };

export type GetPartsWithoutDocumentsResult =
  | Success<200, operations["get_parts_without_documents"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show the parts to which no document belongs.
 *
 * `GET /dashboard/parts-without-documents`
 */
export const getPartsWithoutDocuments: Operation<[options?: CallOptions], Promise<GetPartsWithoutDocumentsResult>> = { id: "get_parts_without_documents", method: "GET", path: "/dashboard/parts-without-documents" };

export type GetHealthResult =
  | Success<200, operations["get_health"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">;
/**
 * Show the state of the service.
 * Answers 200 also when a check fails; `status` then says so. To decide on routing, ask readyz.
 *
 * `GET /health`
 */
export const getHealth: Operation<[options?: CallOptions], Promise<GetHealthResult>> = { id: "get_health", method: "GET", path: "/health" };

export type GetHealthzResult =
  | Success<200, operations["get_healthz"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">;
/**
 * Tell whether the process is alive.
 * Looks at nothing but the process itself; the database may be away.
 *
 * `GET /health/healthz`
 */
export const getHealthz: Operation<[options?: CallOptions], Promise<GetHealthzResult>> = { id: "get_healthz", method: "GET", path: "/health/healthz" };

export type GetReadyzResult =
  | Success<200, operations["get_readyz"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "NOT_READY">;
/**
 * Tell whether the service takes work.
 * The database answers, its schema is at the newest migration, and the process is not about to end.
 *
 * `GET /health/readyz`
 */
export const getReadyz: Operation<[options?: CallOptions], Promise<GetReadyzResult>> = { id: "get_readyz", method: "GET", path: "/health/readyz" };

export type StartDrainResult =
  | Success<202, operations["start_drain"]["responses"][202]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<401, "UNAUTHORIZED">
  | Failure<404, "DRAIN_NOT_CONFIGURED">
  | Failure<500, "INTERNAL">;
/**
 * End the process gracefully.
 * Does what SIGTERM does. From now on readyz answers 503; ordinary requests are served a little longer, then the service takes no new connection, finishes what is under way, closes its streams and ends.
 *
 * `POST /health/drain`
 */
export const startDrain: Operation<[options?: CallOptions], Promise<StartDrainResult>> = { id: "start_drain", method: "POST", path: "/health/drain" };

export type ListTasksResult =
  | Success<200, operations["list_tasks"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * List the tasks.
 * The newest first.
 *
 * `GET /tasks`
 */
export const listTasks: Operation<[query?: Query<NonNullable<operations["list_tasks"]["parameters"]["query"]>>, options?: CallOptions], Promise<ListTasksResult>> = { id: "list_tasks", method: "GET", path: "/tasks", query: true };

export type GetTaskResult =
  | Success<200, operations["get_task"]["responses"][200]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "TASK_NOT_FOUND">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Show a task.
 *
 * `GET /tasks/{task_id}`
 */
export const getTask: Operation<[task_id: operations["get_task"]["parameters"]["path"]["task_id"], options?: CallOptions], Promise<GetTaskResult>> = { id: "get_task", method: "GET", path: "/tasks/{task_id}" };

export type DeleteTaskResult =
  | Success<204, undefined>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "TASK_NOT_FOUND">
  | Failure<409, "TASK_NOT_FINISHED" | "CONSTRAINT_VIOLATION">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Delete a finished task.
 *
 * `DELETE /tasks/{task_id}`
 */
export const deleteTask: Operation<[task_id: operations["delete_task"]["parameters"]["path"]["task_id"], options?: CallOptions], Promise<DeleteTaskResult>> = { id: "delete_task", method: "DELETE", path: "/tasks/{task_id}" };

export type CancelTaskResult =
  | Success<202, operations["cancel_task"]["responses"][202]["content"]["application/json"]>
  | Failure<400, "VALIDATION_FAILED">
  | Failure<404, "TASK_NOT_FOUND">
  | Failure<409, "TASK_FINISHED" | "CONSTRAINT_VIOLATION">
  | Failure<500, "INTERNAL">
  | Failure<503, "DATABASE_UNAVAILABLE">;
/**
 * Cancel a task.
 * A task that waits is cancelled at once, one that runs at the next point where its work may be left; until then its status is `running`. A task that is past its last such point completes.
 *
 * `POST /tasks/{task_id}/cancel`
 */
export const cancelTask: Operation<[task_id: operations["cancel_task"]["parameters"]["path"]["task_id"], options?: CallOptions], Promise<CancelTaskResult>> = { id: "cancel_task", method: "POST", path: "/tasks/{task_id}/cancel" };

export type StreamTaskEvent =
  | StreamEvent<"task_started", schemas["TaskStartedEvent"]>
  | StreamEvent<"progress_update", schemas["TaskProgressEvent"]>
  | StreamEvent<"task_completed", schemas["TaskCompletedEvent"]>
  | StreamEvent<"task_failed", schemas["TaskFailedEvent"]>
  | StreamEvent<"connection_open", schemas["ConnectionOpenEvent"]>
  | StreamEvent<"heartbeat", schemas["HeartbeatEvent"]>
  | StreamEvent<"gap", schemas["GapEvent"]>
  | StreamEvent<"dropped", schemas["DroppedEvent"]>
  | StreamEvent<"connection_close", schemas["ConnectionCloseEvent"]>;
/**
 * Follow a task.
 * Server-sent events: `task_started`, `progress_update` and at the end `task_completed` or `task_failed`. A client that comes late gets the present state first; behind the end the stream is closed as `completed`.
 *
 * `GET /tasks/{task_id}/stream`
 */
export const streamTask: Operation<[task_id: operations["stream_task"]["parameters"]["path"]["task_id"], options?: StreamOptions], EventStream<StreamTaskEvent>> = { id: "stream_task", method: "GET", path: "/tasks/{task_id}/stream", stream: true };

export type StreamVersionsEvent =
  | StreamEvent<"version", schemas["VersionEvent"]>
  | StreamEvent<"connection_open", schemas["ConnectionOpenEvent"]>
  | StreamEvent<"heartbeat", schemas["HeartbeatEvent"]>
  | StreamEvent<"gap", schemas["GapEvent"]>
  | StreamEvent<"dropped", schemas["DroppedEvent"]>
  | StreamEvent<"connection_close", schemas["ConnectionCloseEvent"]>;
/**
 * Follow the versions of service and frontend.
 * Server-sent events. A `version` event comes at once and at each change. In test mode the stream is silent until the version of a frontend is known.
 *
 * `GET /utils/version/stream`
 */
export const streamVersions: Operation<[options?: StreamOptions], EventStream<StreamVersionsEvent>> = { id: "stream_versions", method: "GET", path: "/utils/version/stream", stream: true };
