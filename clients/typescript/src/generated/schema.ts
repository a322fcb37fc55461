/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */
export interface paths {
    "/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the types
         * @description All of them, by name. With `include_stats=true` each says how many parts have it.
         */
        get: operations["list_types"];
        put?: never;
        /** Create a type */
        post: operations["create_type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/types/{type_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a type.
                 * @example 3
                 */
                type_id: components["parameters"]["TypeId"];
            };
            cookie?: never;
        };
        /** Show a type */
        get: operations["get_type"];
        /** Rename a type */
        put: operations["update_type"];
        post?: never;
        /** Delete a type that no part has */
        delete: operations["delete_type"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sellers
         * @description All of them, by name.
         */
        get: operations["list_sellers"];
        put?: never;
        /** Create a seller */
        post: operations["create_seller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sellers/{seller_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a seller.
                 * @example 2
                 */
                seller_id: components["parameters"]["SellerId"];
            };
            cookie?: never;
        };
        /** Show a seller */
        get: operations["get_seller"];
        /**
         * Change a seller
         * @description A member that is absent stays as it is.
         */
        put: operations["update_seller"];
        post?: never;
        /** Delete a seller that no part names */
        delete: operations["delete_seller"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the parts */
        get: operations["list_parts"];
        put?: never;
        /**
         * Create a part
         * @description Its key is generated. An empty string means the same as null.
         */
        post: operations["create_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parts/with-locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the parts and where they lie */
        get: operations["list_parts_with_locations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parts/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the parts as CSV
         * @description One row for each part, in the order in which they were made, as RFC 4180 describes CSV: UTF-8, commas, CRLF,
         *     and a header that `import_parts` reads back. The rows show one moment, however long the download takes.
         *
         *     A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage
         *     return) has an apostrophe before it, and so has one that begins with apostrophes followed by one of these. The
         *     import takes that apostrophe off again. Several tags share a cell, with semicolons between them.
         */
        get: operations["export_parts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parts/{part_key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        /** Show a part */
        get: operations["get_part"];
        /**
         * Change a part
         * @description A member that is absent stays as it is; null, or an empty string, clears it.
         */
        put: operations["update_part"];
        post?: never;
        /**
         * Delete a part that is not in stock
         * @description Its history goes with it.
         */
        delete: operations["delete_part"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parts/{part_key}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        /**
         * List the locations where a part lies
         * @description By box and location; empty when none is in stock.
         */
        get: operations["list_part_locations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parts/{part_key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        /**
         * List the changes of a part's stock
         * @description The newest first. All of them add up to what is in stock.
         */
        get: operations["list_part_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the boxes
         * @description All of them, by number, each with how full it is.
         */
        get: operations["list_boxes"];
        put?: never;
        /**
         * Create a box with its locations
         * @description Its number is the next in the sequence; its locations are numbered from 1 to the capacity.
         */
        post: operations["create_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{box_no}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
            };
            cookie?: never;
        };
        /** Show a box */
        get: operations["get_box"];
        /**
         * Change a box
         * @description A larger capacity adds locations; a smaller one removes those with the highest numbers, if they are free.
         */
        put: operations["update_box"];
        post?: never;
        /**
         * Delete an empty box
         * @description Its locations go with it; its number is not given again.
         */
        delete: operations["delete_box"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{box_no}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
            };
            cookie?: never;
        };
        /** Show how full a box is */
        get: operations["get_box_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{box_no}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
            };
            cookie?: never;
        };
        /**
         * List the locations of a box
         * @description All of them, by number.
         */
        get: operations["list_box_locations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/locations/{box_no}/{loc_no}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
                /**
                 * @description The number of a location in its box.
                 * @example 3
                 */
                loc_no: components["parameters"]["LocNo"];
            };
            cookie?: never;
        };
        /** Show a location and what lies there */
        get: operations["get_location"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/parts/{part_key}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add pieces of a part to a location
         * @description Answers how many of them lie there now.
         */
        post: operations["add_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/parts/{part_key}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove pieces of a part from a location
         * @description When the last piece goes, the location is free again; the part stays.
         */
        post: operations["remove_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/parts/{part_key}/move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move pieces of a part to another location
         * @description All of them or none. The history gets one entry for each of the two locations.
         */
        post: operations["move_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/suggestions/{type_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a type.
                 * @example 3
                 */
                type_id: components["parameters"]["TypeId"];
            };
            cookie?: never;
        };
        /**
         * Suggest a free location for parts of a type
         * @description The first free location in a box where that type already lies, otherwise the first free one anywhere.
         */
        get: operations["suggest_location"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/reorganization-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan how to tidy up
         * @description Starts a task whose result is the plan: a list of moves, in the order in which to make them, that puts the parts
         *     of each type together, the types in the order of their names, and fills the boxes from the first location on.
         *     Parts without a type come last. A part that already lies where its type belongs stays there, and pieces of a
         *     part that lie in several locations come together.
         *
         *     Each move takes all the pieces of a part from one location to another, which is free by then or holds the same
         *     part; no part is put beside another one. The same stock gives the same plan. `max_moves` cuts the plan short:
         *     what is done by then stands, and the next plan goes on from there.
         */
        post: operations["plan_reorganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/reorganization-plans/{plan_id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the task that made the plan.
                 * @example 6a1d0c7f-0b8f-4f0e-8c51-4c0d9a3e7b52
                 */
                plan_id: components["parameters"]["PlanId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make every move of a plan
         * @description All of them or none. The plan is outdated when what lies in one of its locations has changed since it was made, also when the plan has been applied already. The history gets two entries for each move.
         */
        post: operations["apply_reorganization_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import parts from a CSV file
         * @description Reads files of one's own, what `export_parts` writes, and the order files that Mouser, DigiKey and LCSC let
         *     people download. Columns are recognised by their headers, which may come after some lines of notes; `mapping`
         *     says what the others mean. The encoding (UTF-8, UTF-16, Windows-1252, ISO 8859-1) and the delimiter (comma,
         *     semicolon, tab, pipe) are detected unless they are given. Cells are text: nothing is ever computed.
         *
         *     With `dry_run` nothing is written, and the answer says what would become of each row. Otherwise a task is started
         *     that imports all rows or, if one has an error, none: it fails with IMPORT_INVALID then.
         *
         *     **What a row becomes.** A row is a part that is there already when both have the same manufacturer code, without
         *     regard to case, and the same manufacturer, or one of them has no manufacturer. Without a manufacturer code, the
         *     description decides, among parts that have no code either. Such a row makes no new part and changes nothing about
         *     the one that is there; a second row of the file for the same part counts likewise. A row that has a `key` gets
         *     a part under that key unless somebody has it: so an export can be read into an empty inventory, and labels stay
         *     valid. If the key belongs to another part, the row has an error.
         *
         *     **Quantities.** With `box_no`, the pieces are put where the part lies already (in that box if it does), otherwise
         *     into the first free locations of that box, one for each part. Without it, quantities are left out.
         *
         *     **Names.** Types and sellers are found by their names and made where they are missing; a new seller needs a
         *     website, from `seller_website` or from the address in `seller_link`. In the order file of a shop, the shop is
         *     the seller, and rows without a part number, such as the one with the total, are skipped.
         *
         *     A file has at most 20000 rows and 100 columns, and the request as a whole at most 10 MiB.
         */
        post: operations["import_parts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the inventory in numbers */
        get: operations["get_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/recent-activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the latest changes of stock
         * @description Of all parts, the newest first.
         */
        get: operations["list_recent_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/storage-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how full the boxes are
         * @description All boxes, by number.
         */
        get: operations["get_storage_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/low-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the parts of which few are left
         * @description The fewest first, parts at zero included.
         */
        get: operations["list_low_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/category-distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how many parts each type has
         * @description Types that parts have, the most frequent first.
         */
        get: operations["get_category_distribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/parts-without-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the parts to which no document belongs */
        get: operations["get_parts_without_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the state of the service
         * @description Answers 200 also when a check fails; `status` then says so. To decide on routing, ask readyz.
         */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the process is alive
         * @description Looks at nothing but the process itself; the database may be away.
         */
        get: operations["get_healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the service takes work
         * @description The database answers, its schema is at the newest migration, and the process is not about to end.
         */
        get: operations["get_readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the process gracefully
         * @description Does what SIGTERM does. From now on readyz answers 503; ordinary requests are served a little longer, then the service takes no new connection, finishes what is under way, closes its streams and ends.
         */
        post: operations["start_drain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tasks
         * @description The newest first.
         */
        get: operations["list_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a task.
                 * @example 5f0c7a2e-8d1b-4c55-9a57-1b1c0a2f3e4d
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /** Show a task */
        get: operations["get_task"];
        put?: never;
        post?: never;
        /** Delete a finished task */
        delete: operations["delete_task"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{task_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a task.
                 * @example 5f0c7a2e-8d1b-4c55-9a57-1b1c0a2f3e4d
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a task
         * @description A task that waits is cancelled at once, one that runs at the next point where its work may be left; until then its status is `running`. A task that is past its last such point completes.
         */
        post: operations["cancel_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{task_id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a task.
                 * @example 5f0c7a2e-8d1b-4c55-9a57-1b1c0a2f3e4d
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /**
         * Follow a task
         * @description Server-sent events: `task_started`, `progress_update` and at the end `task_completed` or `task_failed`. A client that comes late gets the present state first; behind the end the stream is closed as `completed`.
         */
        get: operations["stream_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/utils/version/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the versions of service and frontend
         * @description Server-sent events. A `version` event comes at once and at each change. In test mode the stream is silent until the version of a frontend is known.
         */
        get: operations["stream_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A category of parts. */
        Type: {
            id: number;
            /** @description Unique without regard to case. */
            name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @description How many parts have the type; present when the list was asked for statistics. */
            part_count?: number;
        };
        /** @description A refusal or a failure, as RFC 9457 describes it. `detail` is a sentence for people, `code` is for programs. Further members may appear (RFC 9457, section 3.2); ignore those you do not know. */
        Problem: {
            /**
             * Format: uri-reference
             * @description Identifies the kind of problem; there is one for each code.
             */
            type: string;
            /** @description The kind of problem in a few words. */
            title: string;
            /** @description The status of the response. */
            status: number;
            /** @description What went wrong this time; may be shown as it stands. */
            detail: string;
            code: components["schemas"]["ErrorCode"];
            /** @description The same id as in the X-Request-ID header; every log line of the request carries it. */
            correlation_id: string;
            /** @description Each place in the request that breaks a rule. */
            errors?: components["schemas"]["ProblemError"][];
            /** @description With INSUFFICIENT_QUANTITY, how many pieces were asked for. */
            requested?: number;
            /** @description With INSUFFICIENT_QUANTITY, how many pieces lie in the location. */
            available?: number;
            checks?: components["schemas"]["ReadinessChecks"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What went wrong, for programs. Codes keep their meaning for good; new ones may be added, so treat one that you do not know by its status. ROUTE_NOT_FOUND, METHOD_NOT_ALLOWED, BAD_REQUEST and HEADERS_TOO_LARGE are given before an operation is chosen, so no operation lists them.
         * @enum {string}
         */
        ErrorCode: "VALIDATION_FAILED" | "MALFORMED_JSON" | "BAD_REQUEST" | "ROUTE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "PAYLOAD_TOO_LARGE" | "HEADERS_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "TYPE_NOT_FOUND" | "SELLER_NOT_FOUND" | "PART_NOT_FOUND" | "BOX_NOT_FOUND" | "LOCATION_NOT_FOUND" | "TYPE_NAME_TAKEN" | "TYPE_IN_USE" | "SELLER_NAME_TAKEN" | "SELLER_IN_USE" | "PART_HAS_STOCK" | "PART_KEYS_EXHAUSTED" | "BOX_NOT_EMPTY" | "CAPACITY_IN_USE" | "INSUFFICIENT_QUANTITY" | "QUANTITY_LIMIT" | "SAME_LOCATION" | "NO_FREE_LOCATION" | "IMPORT_UNREADABLE" | "IMPORT_INVALID" | "PLAN_NOT_FOUND" | "PLAN_NOT_READY" | "PLAN_OUTDATED" | "CONSTRAINT_VIOLATION" | "TASK_NOT_FOUND" | "TASK_FINISHED" | "TASK_NOT_FINISHED" | "TASK_CANCELLED" | "INTERRUPTED" | "DRAIN_NOT_CONFIGURED" | "UNAUTHORIZED" | "STREAM_LIMIT" | "NOT_READY" | "DATABASE_UNAVAILABLE" | "INTERNAL";
        /** @description One place in the request that breaks a rule, in the body (`pointer`) or outside it (`parameter`). */
        ProblemError: {
            /** @description A JSON Pointer (RFC 6901) into the body. */
            pointer?: string;
            /** @description The name of a query or path parameter. */
            parameter?: string;
            /** @description With IMPORT_INVALID, the row of the file, counted as a spreadsheet does. */
            row?: number;
            /** @description With IMPORT_INVALID, the header of the column. */
            column?: string;
            /** @description The rule, named by its JSON Schema keyword (required, type, maxLength ...) where it has one. */
            code: string;
            /** @description The rule in words. */
            message: string;
        };
        /** @description What has to be in order before the service takes work. */
        ReadinessChecks: {
            database: components["schemas"]["CheckResult"];
            migrations: components["schemas"]["CheckResult"];
            lifecycle: components["schemas"]["LifecycleState"];
        };
        /**
         * @description `unknown` when the check could not be made because an earlier one failed.
         * @enum {string}
         */
        CheckResult: "ok" | "failed" | "unknown";
        /**
         * @description Where the process is in its life; it takes work while `ready`.
         * @enum {string}
         */
        LifecycleState: "starting" | "ready" | "draining" | "stopped";
        /** @description A new type. */
        TypeCreate: {
            /** @description Unique without regard to case; spaces around it are dropped. */
            name: string;
        };
        /** @description The new name of a type. */
        TypeUpdate: {
            /** @description Unique without regard to case; spaces around it are dropped. */
            name: string;
        };
        /** @description A seller as lists and parts show it. */
        SellerSummary: {
            id: number;
            name: string;
            website: string;
        };
        /** @description A new seller. */
        SellerCreate: {
            /** @description Unique without regard to case; spaces around it are dropped. */
            name: string;
            /** @description The address of the shop, such as www.mouser.com; spaces around it are dropped. */
            website: string;
        };
        /** @description A shop that sells parts. */
        Seller: {
            id: number;
            /** @description Unique without regard to case. */
            name: string;
            website: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description What is to change; a member that is absent stays as it is. */
        SellerUpdate: {
            /** @description Unique without regard to case; spaces around it are dropped. */
            name?: string;
            /** @description The address of the shop, such as www.mouser.com; spaces around it are dropped. */
            website?: string;
        };
        /**
         * @description The member to sort by, with a minus sign for descending order. Ties are in the order in which the parts were made, turned round with the minus sign, and parts without a manufacturer code come last.
         * @enum {string}
         */
        PartSort: "key" | "-key" | "description" | "-description" | "manufacturer_code" | "-manufacturer_code" | "created_at" | "-created_at" | "total_quantity" | "-total_quantity";
        /** @description A kind of part. `type` and `seller` are left out when it has none. */
        Part: {
            /** @description Four capital letters that name the part for good. */
            key: string;
            description: string;
            /** @description The code under which the manufacturer sells it. */
            manufacturer_code: string | null;
            manufacturer: string | null;
            /** @description The address of a page about the part. */
            product_page: string | null;
            seller_id: number | null;
            /** @description The address of the part at its seller. */
            seller_link: string | null;
            type_id: number | null;
            tags: string[];
            /** @description The housing, such as DIP-8 or SMD. */
            package: string | null;
            pin_count: number | null;
            /** @description The distance between pins. */
            pin_pitch: string | null;
            voltage_rating: string | null;
            input_voltage: string | null;
            output_voltage: string | null;
            /** @description Such as through-hole or surface mount. */
            mounting_type: string | null;
            series: string | null;
            dimensions: string | null;
            /** @description Pieces in all locations together. */
            total_quantity: number;
            type?: components["schemas"]["Type"];
            seller?: components["schemas"]["SellerSummary"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description A new part; its key is generated. An empty string means the same as null. */
        PartCreate: {
            /** @description What it is; may have several lines, and spaces around it are dropped. */
            description: string;
            /** @description The code under which the manufacturer sells it. */
            manufacturer_code?: string | null;
            manufacturer?: string | null;
            /** @description The address of a page about the part. */
            product_page?: string | null;
            seller_id?: number | null;
            /** @description The address of the part at its seller. */
            seller_link?: string | null;
            type_id?: number | null;
            tags?: string[] | null;
            /** @description The housing, such as DIP-8 or SMD. */
            package?: string | null;
            pin_count?: number | null;
            /** @description The distance between pins. */
            pin_pitch?: string | null;
            voltage_rating?: string | null;
            input_voltage?: string | null;
            output_voltage?: string | null;
            /** @description Such as through-hole or surface mount. */
            mounting_type?: string | null;
            series?: string | null;
            dimensions?: string | null;
        };
        /** @description A part together with the locations where it lies. */
        PartWithLocations: {
            /** @description Four capital letters that name the part for good. */
            key: string;
            description: string;
            /** @description The code under which the manufacturer sells it. */
            manufacturer_code: string | null;
            manufacturer: string | null;
            /** @description The address of a page about the part. */
            product_page: string | null;
            seller_id: number | null;
            /** @description The address of the part at its seller. */
            seller_link: string | null;
            type_id: number | null;
            tags: string[];
            /** @description The housing, such as DIP-8 or SMD. */
            package: string | null;
            pin_count: number | null;
            /** @description The distance between pins. */
            pin_pitch: string | null;
            voltage_rating: string | null;
            input_voltage: string | null;
            output_voltage: string | null;
            /** @description Such as through-hole or surface mount. */
            mounting_type: string | null;
            series: string | null;
            dimensions: string | null;
            /** @description Pieces in all locations together. */
            total_quantity: number;
            type?: components["schemas"]["Type"];
            seller?: components["schemas"]["SellerSummary"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            locations: components["schemas"]["PartLocation"][];
        };
        /** @description A location where a part lies, and how many pieces. */
        PartLocation: {
            box_no: number;
            loc_no: number;
            qty: number;
        };
        /** @description A header and one row for each part, as CSV. */
        PartsCsv: string;
        /** @description What is to change. A member that is absent stays as it is; null, or an empty string, clears it. The description can be changed but not cleared. */
        PartUpdate: {
            /** @description What it is; may have several lines, and spaces around it are dropped. */
            description?: string;
            /** @description The code under which the manufacturer sells it. */
            manufacturer_code?: string | null;
            manufacturer?: string | null;
            /** @description The address of a page about the part. */
            product_page?: string | null;
            seller_id?: number | null;
            /** @description The address of the part at its seller. */
            seller_link?: string | null;
            type_id?: number | null;
            tags?: string[] | null;
            /** @description The housing, such as DIP-8 or SMD. */
            package?: string | null;
            pin_count?: number | null;
            /** @description The distance between pins. */
            pin_pitch?: string | null;
            voltage_rating?: string | null;
            input_voltage?: string | null;
            output_voltage?: string | null;
            /** @description Such as through-hole or surface mount. */
            mounting_type?: string | null;
            series?: string | null;
            dimensions?: string | null;
        };
        /** @description How many pieces of a part lie in a location. */
        StockLevel: {
            key: string;
            box_no: number;
            loc_no: number;
            qty: number;
        };
        /** @description One change of a part's stock. */
        HistoryEntry: {
            id: number;
            /** @description How many pieces came (positive) or went (negative). */
            delta_qty: number;
            /** @description The box and the location in it, such as 7-3; null when no location is known. */
            location_reference: string | null;
            /** Format: date-time */
            timestamp: string;
        };
        /** @description A box and how full it is. */
        BoxSummary: {
            box_no: number;
            capacity: number;
            description: string;
            total_locations: number;
            occupied_locations: number;
            available_locations: number;
            /** @description Occupied locations in percent of all. */
            usage_percentage: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description A new box; its number is assigned. */
        BoxCreate: {
            /** @description How many locations it has. */
            capacity: number;
            /** @description What it is for; spaces around it are dropped. */
            description: string;
        };
        /** @description A box and its numbered locations. */
        Box: {
            box_no: number;
            capacity: number;
            description: string;
            locations: components["schemas"]["LocationRef"][];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description A numbered place in a box. */
        LocationRef: {
            box_no: number;
            loc_no: number;
        };
        /** @description What the box is to be; a smaller capacity removes the locations with the highest numbers. */
        BoxUpdate: {
            /** @description How many locations it has. */
            capacity: number;
            /** @description What it is for; spaces around it are dropped. */
            description: string;
        };
        /** @description How full a box is. */
        BoxUsage: {
            box_no: number;
            total_locations: number;
            occupied_locations: number;
            available_locations: number;
            /** @description Occupied locations in percent of all. */
            usage_percentage: number;
        };
        /** @description A place in a box and what lies there. */
        Location: {
            box_no: number;
            loc_no: number;
            parts: components["schemas"]["StoredPart"][];
        };
        /** @description A part in a location, and how many pieces. */
        StoredPart: {
            key: string;
            description: string;
            qty: number;
        };
        /** @description Pieces of a part that come to a location or leave it. */
        StockChange: {
            box_no: number;
            loc_no: number;
            /** @description How many pieces. */
            qty: number;
        };
        /** @description Pieces of a part that go from one location to another. */
        StockMove: {
            from_box_no: number;
            from_loc_no: number;
            to_box_no: number;
            to_loc_no: number;
            /** @description How many pieces. */
            qty: number;
        };
        /** @description What a plan may do. */
        ReorganizationPlanCreate: {
            /** @description How many moves the plan has at most. */
            max_moves: number;
            /** @description Only parts of these types are moved; without it all parts are, those without a type included. */
            type_ids?: number[];
        };
        /** @description Long work that goes on after the answer to the request that started it. */
        Task: {
            /**
             * Format: uuid
             * @description The id of the task.
             */
            id: string;
            /** @description What the task does. */
            kind: string;
            status: components["schemas"]["TaskStatus"];
            progress?: components["schemas"]["TaskProgress"];
            result?: components["schemas"]["TaskResult"];
            problem?: components["schemas"]["Problem"];
            /** @description The correlation id of the request that started the task; each of its log lines carries it. */
            correlation_id: string | null;
            /**
             * Format: date-time
             * @description When the task was started by its request.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When its work began.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            finished_at: string | null;
        };
        /**
         * @description Where a task is. The last three are final.
         * @enum {string}
         */
        TaskStatus: "pending" | "running" | "completed" | "failed" | "cancelled";
        /** @description How far a task is; absent as long as it has not said so. */
        TaskProgress: {
            /** @description What the task does at the moment. */
            message: string;
            /** @description How much of the whole is done. */
            value: number;
        };
        /** @description What a completed task has to say. x-results names the component for each kind of task. */
        TaskResult: components["schemas"]["ImportResult"] | components["schemas"]["ReorganizationPlan"] | components["schemas"]["OtherTaskResult"];
        /** @description What an import has done; the result of a task of kind import_parts. */
        ImportResult: {
            format: components["schemas"]["ImportFormat"];
            counts: components["schemas"]["ImportCounts"];
            /** @description The names of the sellers that are made. */
            new_sellers: string[];
            /** @description The names of the types that are made. */
            new_types: string[];
        };
        /**
         * @description Whose order file it is; `generic` for any other file.
         * @enum {string}
         */
        ImportFormat: "mouser" | "digikey" | "lcsc" | "generic";
        /** @description How many rows there are of each verdict. */
        ImportCounts: {
            create: number;
            existing: number;
            skip: number;
            error: number;
            /** @description How many pieces are put into the box. */
            pieces: number;
        };
        /** @description Moves that tidy up, in the order in which to make them; the result of a task of kind plan_reorganization. */
        ReorganizationPlan: {
            moves: components["schemas"]["PlannedMove"][];
            /** @description How many more moves it would take until everything lies where it belongs. */
            remaining_moves: number;
            /** @description The SHA-256 of what lay in the locations of the moves when the plan was made. */
            stock_digest: string;
        };
        /** @description All the pieces of a part that lie in a location go to another one. */
        PlannedMove: {
            part_key: string;
            from_box_no: number;
            from_loc_no: number;
            to_box_no: number;
            to_loc_no: number;
            qty: number;
        };
        /** @description What a task of any other kind has to say, such as one that follows a script in test mode. */
        OtherTaskResult: {
            [key: string]: unknown;
        };
        /** @description A CSV file, and what it cannot say about itself. */
        ImportRequest: {
            /**
             * Format: binary
             * @description The CSV file.
             */
            file: Blob;
            /** @description What columns mean, by their headers. Columns that are not named are recognised by their headers as long as their field is not taken; `ignore` leaves one out. */
            mapping?: {
                [key: string]: components["schemas"]["ImportField"];
            };
            /**
             * @description Whether to say only what would happen.
             * @default false
             */
            dry_run?: boolean;
            /** @description The box that new pieces go to; without it no stock is added. */
            box_no?: number;
            encoding?: components["schemas"]["ImportEncoding"];
            delimiter?: components["schemas"]["ImportDelimiter"];
        };
        /**
         * @description What a column can mean. `seller_part_number` only makes a link to the part at the shop.
         * @enum {string}
         */
        ImportField: "ignore" | "key" | "seller_part_number" | "manufacturer_code" | "manufacturer" | "description" | "quantity" | "type" | "tags" | "package" | "pin_count" | "pin_pitch" | "voltage_rating" | "input_voltage" | "output_voltage" | "mounting_type" | "series" | "dimensions" | "seller" | "seller_website" | "seller_link" | "product_page";
        /**
         * @description How the characters of a file are encoded.
         * @enum {string}
         */
        ImportEncoding: "utf-8" | "utf-16" | "windows-1252" | "iso-8859-1";
        /**
         * @description What separates the cells of a file.
         * @enum {string}
         */
        ImportDelimiter: "comma" | "semicolon" | "tab" | "pipe";
        /** @description What an import would do; the first 200 rows, and up to 200 more that have errors. */
        ImportPreview: {
            format: components["schemas"]["ImportFormat"];
            encoding: components["schemas"]["ImportEncoding"];
            delimiter: components["schemas"]["ImportDelimiter"];
            columns: components["schemas"]["ImportColumn"][];
            counts: components["schemas"]["ImportCounts"];
            /** @description The names of the sellers that are made. */
            new_sellers: string[];
            /** @description The names of the types that are made. */
            new_types: string[];
            rows: components["schemas"]["ImportRow"][];
            /** @description How many rows are not shown. */
            rows_left_out: number;
        };
        /** @description A column of the file; `field` is null when it is left out. */
        ImportColumn: {
            column: string;
            field: string | null;
        };
        /** @description A row and what would become of it. `part_key` is that of a part that is there already, or the key that the row brings along. */
        ImportRow: {
            /** @description The row, counted as a spreadsheet does. */
            row: number;
            verdict: components["schemas"]["ImportVerdict"];
            part_key: string | null;
            manufacturer_code: string | null;
            description: string | null;
            quantity: number;
            /** @description Where the pieces would be put, such as 7-3. */
            location: string | null;
            messages: components["schemas"]["ImportMessage"][];
        };
        /**
         * @description What becomes of a row: a new part, nothing because its part is there already, nothing because it is no part, or nothing because it has an error, in which case no row is imported.
         * @enum {string}
         */
        ImportVerdict: "create" | "existing" | "skip" | "error";
        /** @description Something to say about a row; `column` is null when it concerns the whole row. */
        ImportMessage: {
            column: string | null;
            code: string;
            message: string;
        };
        /** @description The inventory in numbers. */
        Stats: {
            total_parts: number;
            /** @description Pieces of all parts together. */
            total_quantity: number;
            total_boxes: number;
            total_types: number;
            /** @description Stock changes of the last 7 days. */
            changes_7d: number;
            /** @description Stock changes of the last 30 days. */
            changes_30d: number;
            /** @description How many parts list_low_stock finds with its default threshold. */
            low_stock_count: number;
        };
        /** @description One change of stock. */
        Activity: {
            part_key: string;
            part_description: string;
            delta_qty: number;
            /** @description The box and the location in it, such as 7-3; null when no location is known. */
            location_reference: string | null;
            /** Format: date-time */
            timestamp: string;
        };
        /** @description How full a box is, in short. */
        StorageSummary: {
            box_no: number;
            description: string;
            total_locations: number;
            occupied_locations: number;
            /** @description Occupied locations in percent of all. */
            usage_percentage: number;
        };
        /** @description A part of which few pieces are left. */
        LowStockPart: {
            part_key: string;
            description: string;
            type_name: string | null;
            current_quantity: number;
        };
        /** @description How many parts a type has. */
        CategoryCount: {
            type_name: string;
            part_count: number;
        };
        /** @description Parts to which no document belongs. */
        PartsWithoutDocuments: {
            count: number;
            /** @description The first of them, by key. */
            sample_parts: components["schemas"]["UndocumentedPart"][];
        };
        /** @description A part to which no document belongs. */
        UndocumentedPart: {
            part_key: string;
            description: string;
            type_name: string | null;
        };
        /** @description The state of the service at a glance. */
        Health: {
            status: components["schemas"]["HealthStatus"];
            /** @description The version of the service. */
            version: string;
            checks: components["schemas"]["ReadinessChecks"];
        };
        /**
         * @description `ok` when every check passes, otherwise `degraded`.
         * @enum {string}
         */
        HealthStatus: "ok" | "degraded";
        /** @description The process is alive. */
        Liveness: {
            /** @enum {string} */
            status: "alive";
        };
        /** @description The service takes work. */
        Readiness: {
            /** @enum {string} */
            status: "ready";
            checks: components["schemas"]["ReadinessChecks"];
        };
        /** @description The process is about to end. */
        DrainStarted: {
            /** @enum {string} */
            status: "draining";
        };
        /** @description The data of one event. The name of the event says which: `task_started`, `progress_update`, `task_completed` and `task_failed`, or one of those that every stream has. */
        TaskStreamEvent: components["schemas"]["TaskStartedEvent"] | components["schemas"]["TaskProgressEvent"] | components["schemas"]["TaskCompletedEvent"] | components["schemas"]["TaskFailedEvent"] | components["schemas"]["ConnectionOpenEvent"] | components["schemas"]["HeartbeatEvent"] | components["schemas"]["GapEvent"] | components["schemas"]["DroppedEvent"] | components["schemas"]["ConnectionCloseEvent"];
        /** @description Event `task_started`, when the work of the task has begun. */
        TaskStartedEvent: {
            /** @description What the task does. */
            kind: string;
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
        /** @description The correlation id of the stream, the same as in its X-Request-ID header. */
        StreamCorrelationId: string;
        /** @description Event `progress_update`, how far the task is. */
        TaskProgressEvent: {
            /** @description What the task does at the moment. */
            message: string;
            /** @description How much of the whole is done. */
            value: number;
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
        /** @description Event `task_completed`, the end of a task that succeeded. */
        TaskCompletedEvent: {
            result: components["schemas"]["TaskResult"];
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
        /** @description Event `task_failed`, the end of a task that did not succeed. The problem's own correlation id is that of the request which started the task; its code is TASK_CANCELLED or INTERRUPTED when the task was stopped. */
        TaskFailedEvent: {
            problem: components["schemas"]["Problem"];
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
        /** @description Event `connection_open`, the first one. Its id is where the stream stands. */
        ConnectionOpenEvent: {
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
        /** @description Event `heartbeat`, when nothing else was said for a while. It has no id. */
        HeartbeatEvent: {
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
        /** @description Event `gap`, behind `connection_open`, when the client came back and events of the meantime are lost. Read the present state anew. */
        GapEvent: {
            /** @description How many events are lost; null when nobody knows, as after a restart of the service. */
            missed: number | null;
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
        /** @description Event `dropped`, when the client read too slowly and events in front of the next one were dropped. */
        DroppedEvent: {
            /** @description How many events were dropped. */
            count: number;
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
        /** @description Event `connection_close`, the last one of a stream that the service ends. */
        ConnectionCloseEvent: {
            reason: components["schemas"]["CloseReason"];
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
        /**
         * @description Why the service ended the stream: what it told of is over (`completed`), the service ends (`server_shutdown`), nothing happened for a long time (`idle`), or the client took nothing for too long (`lagging`). After all but `completed` it makes sense to connect again.
         * @enum {string}
         */
        CloseReason: "completed" | "server_shutdown" | "idle" | "lagging";
        /** @description The data of one event. Its name says which, `version` or one of those that every stream has. */
        VersionStreamEvent: components["schemas"]["VersionEvent"] | components["schemas"]["ConnectionOpenEvent"] | components["schemas"]["HeartbeatEvent"] | components["schemas"]["GapEvent"] | components["schemas"]["DroppedEvent"] | components["schemas"]["ConnectionCloseEvent"];
        /** @description Event `version`, what runs and what is deployed; once at the beginning and at each change. */
        VersionEvent: {
            /** @description The version of the running service. */
            service: string;
            /** @description The version of the deployed frontend, null while it is not known. */
            frontend: string | null;
            /** @description What is new in the frontend, for people. */
            changelog?: string;
            correlation_id: components["schemas"]["StreamCorrelationId"];
        };
    };
    responses: {
        /** @description A parameter is unknown, repeated, malformed or out of bounds. */
        InvalidRequest: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service has a fault; nothing was written. */
        InternalError: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database does not answer; nothing was written. */
        Unavailable: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body or a parameter breaks a rule of this document, or the body is not JSON. */
        InvalidBody: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The name is taken, or another request changed the same type meanwhile. */
        TypeConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 1 MiB, or than what the operation says it takes. */
        PayloadTooLarge: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of no media type that the operation takes. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such type. */
        TypeNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Parts have the type, or another request changed it meanwhile. */
        TypeInUse: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The name is taken, or another request changed the same seller meanwhile. */
        SellerConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such seller. */
        SellerNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Parts name the seller, or another request changed it meanwhile. */
        SellerInUse: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The type or the seller that the body names does not exist. */
        PartReferenceNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No free key is left, or another request changed the same records meanwhile. */
        PartKeyConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such part. */
        PartNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The part does not exist, or the type or the seller that the body names does not. */
        PartOrReferenceNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another request changed the same records meanwhile; nothing was written. */
        ConcurrentChange: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Pieces of the part are in stock, or another request changed it meanwhile. */
        PartHasStock: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such box. */
        BoxNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A location to be removed holds stock, or another request changed the box meanwhile. */
        BoxCapacityInUse: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Parts lie in the box, or another request changed it meanwhile. */
        BoxNotEmpty: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such location. */
        LocationNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The part or a location does not exist. */
        PartOrLocationNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The part would have too many pieces, or another request changed the same stock meanwhile. */
        AddStockConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too few pieces lie there, or another request changed the same stock meanwhile. */
        RemoveStockConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too few pieces lie there, both locations are the same, or another request changed the same stock meanwhile. */
        MoveStockConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Every location of every box is occupied. */
        NoFreeLocation: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No task has made a plan under that id. */
        PlanNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The plan is still being made, or what lies in one of its locations has changed since it was made; nothing was moved. */
        PlanConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The file is no CSV that can be read, no column is known to say what the parts are, or the mapping does not fit it. */
        ImportUnreadable: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service cannot take work now; `checks` says which check failed. */
        NotReady: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The bearer token is missing or wrong. */
        DrainUnauthorized: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["Challenge"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service was started without a key for draining it. */
        DrainNotConfigured: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such task. */
        TaskNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The task waits or runs, or another request changed it meanwhile. */
        TaskStillGoing: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The task has ended, or another request changed it meanwhile. */
        TaskAlreadyFinished: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Every stream that the service may hold is taken, or the database does not answer. */
        StreamUnavailable: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The id of a type.
         * @example 3
         */
        TypeId: number;
        /**
         * @description The id of a seller.
         * @example 2
         */
        SellerId: number;
        /**
         * @description How many entries the page holds at most.
         * @example 50
         */
        Limit: number;
        /**
         * @description How many entries of the whole list come before the page.
         * @example 0
         */
        Offset: number;
        /**
         * @description Only parts of this type; none when there is no such type.
         * @example 3
         */
        TypeIdFilter: number;
        /**
         * @description Only parts in which every one of these words occurs, without regard to case: in the key, manufacturer code, manufacturer, type, tags, description or seller.
         * @example omron relay
         */
        SearchText: string;
        /**
         * @description What to sort by; by key when it is absent.
         * @example -created_at
         */
        SortParts: components["schemas"]["PartSort"];
        /**
         * @description The key of a part, four capital letters.
         * @example BZQP
         */
        PartKey: string;
        /**
         * @description The number of a box.
         * @example 7
         */
        BoxNo: number;
        /**
         * @description The number of a location in its box.
         * @example 3
         */
        LocNo: number;
        /**
         * @description The id of the task that made the plan.
         * @example 6a1d0c7f-0b8f-4f0e-8c51-4c0d9a3e7b52
         */
        PlanId: string;
        /**
         * @description The id of a task.
         * @example 5f0c7a2e-8d1b-4c55-9a57-1b1c0a2f3e4d
         */
        TaskId: string;
        /**
         * @description The correlation id of the stream, for clients such as EventSource that cannot set X-Request-ID. One that is no printable ASCII text is replaced by a new one.
         * @example 0b8f6f0e-2c51-4c0d-9a3e-6a1d0c7f7b52
         */
        StreamRequestId: string;
        /**
         * @description The id of the last event that the client has seen, for clients that cannot set Last-Event-ID; that header counts more. The stream goes on behind this event, with a `gap` event first when something is missing.
         * @example 9f3c5a7b1-17
         */
        LastEventId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The correlation id of the request, taken from the request or made for it.
         * @example 0b8f6f0e-2c51-4c0d-9a3e-6a1d0c7f7b52
         */
        RequestId: string;
        /**
         * @description After how many seconds it makes sense to ask again (RFC 9110, section 10.2.3).
         * @example 5
         */
        RetryAfter: number;
        /**
         * @description The address of what was created.
         * @example /api/parts/BZQP
         */
        Location: string;
        /**
         * @description How many entries the whole list has; with `X-Total-Count-Limited`, at how many the counting stopped.
         * @example 63
         */
        TotalCount: number;
        /**
         * @description `true` when the list has more entries than `X-Total-Count` says, because a long list is counted only up to a bound. Absent when the count is exact.
         * @example true
         */
        TotalCountLimited: true;
        /**
         * @description Addresses of pages as RFC 8288 writes them: first always, last where the count is exact, prev and next where there are any.
         * @example </api/parts?limit=50&offset=50>; rel="next"
         */
        Link: string;
        /**
         * @description That the body is a file to keep, and its name (RFC 6266).
         * @example attachment; filename="parts.csv"
         */
        ContentDisposition: string;
        /**
         * @description How to authorize a request (RFC 9110, section 11.6.1).
         * @example Bearer
         */
        Challenge: string;
    };
    pathItems: never;
}
export type Type = components['schemas']['Type'];
export type Problem = components['schemas']['Problem'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type ProblemError = components['schemas']['ProblemError'];
export type ReadinessChecks = components['schemas']['ReadinessChecks'];
export type CheckResult = components['schemas']['CheckResult'];
export type LifecycleState = components['schemas']['LifecycleState'];
export type TypeCreate = components['schemas']['TypeCreate'];
export type TypeUpdate = components['schemas']['TypeUpdate'];
export type SellerSummary = components['schemas']['SellerSummary'];
export type SellerCreate = components['schemas']['SellerCreate'];
export type Seller = components['schemas']['Seller'];
export type SellerUpdate = components['schemas']['SellerUpdate'];
export type PartSort = components['schemas']['PartSort'];
export type Part = components['schemas']['Part'];
export type PartCreate = components['schemas']['PartCreate'];
export type PartWithLocations = components['schemas']['PartWithLocations'];
export type PartLocation = components['schemas']['PartLocation'];
export type PartsCsv = components['schemas']['PartsCsv'];
export type PartUpdate = components['schemas']['PartUpdate'];
export type StockLevel = components['schemas']['StockLevel'];
export type HistoryEntry = components['schemas']['HistoryEntry'];
export type BoxSummary = components['schemas']['BoxSummary'];
export type BoxCreate = components['schemas']['BoxCreate'];
export type Box = components['schemas']['Box'];
export type LocationRef = components['schemas']['LocationRef'];
export type BoxUpdate = components['schemas']['BoxUpdate'];
export type BoxUsage = components['schemas']['BoxUsage'];
export type Location = components['schemas']['Location'];
export type StoredPart = components['schemas']['StoredPart'];
export type StockChange = components['schemas']['StockChange'];
export type StockMove = components['schemas']['StockMove'];
export type ReorganizationPlanCreate = components['schemas']['ReorganizationPlanCreate'];
export type Task = components['schemas']['Task'];
export type TaskStatus = components['schemas']['TaskStatus'];
export type TaskProgress = components['schemas']['TaskProgress'];
export type TaskResult = components['schemas']['TaskResult'];
export type ImportResult = components['schemas']['ImportResult'];
export type ImportFormat = components['schemas']['ImportFormat'];
export type ImportCounts = components['schemas']['ImportCounts'];
export type ReorganizationPlan = components['schemas']['ReorganizationPlan'];
export type PlannedMove = components['schemas']['PlannedMove'];
export type OtherTaskResult = components['schemas']['OtherTaskResult'];
export type ImportRequest = components['schemas']['ImportRequest'];
export type ImportField = components['schemas']['ImportField'];
export type ImportEncoding = components['schemas']['ImportEncoding'];
export type ImportDelimiter = components['schemas']['ImportDelimiter'];
export type ImportPreview = components['schemas']['ImportPreview'];
export type ImportColumn = components['schemas']['ImportColumn'];
export type ImportRow = components['schemas']['ImportRow'];
export type ImportVerdict = components['schemas']['ImportVerdict'];
export type ImportMessage = components['schemas']['ImportMessage'];
export type Stats = components['schemas']['Stats'];
export type Activity = components['schemas']['Activity'];
export type StorageSummary = components['schemas']['StorageSummary'];
export type LowStockPart = components['schemas']['LowStockPart'];
export type CategoryCount = components['schemas']['CategoryCount'];
export type PartsWithoutDocuments = components['schemas']['PartsWithoutDocuments'];
export type UndocumentedPart = components['schemas']['UndocumentedPart'];
export type Health = components['schemas']['Health'];
export type HealthStatus = components['schemas']['HealthStatus'];
export type Liveness = components['schemas']['Liveness'];
export type Readiness = components['schemas']['Readiness'];
export type DrainStarted = components['schemas']['DrainStarted'];
export type TaskStreamEvent = components['schemas']['TaskStreamEvent'];
export type TaskStartedEvent = components['schemas']['TaskStartedEvent'];
export type StreamCorrelationId = components['schemas']['StreamCorrelationId'];
export type TaskProgressEvent = components['schemas']['TaskProgressEvent'];
export type TaskCompletedEvent = components['schemas']['TaskCompletedEvent'];
export type TaskFailedEvent = components['schemas']['TaskFailedEvent'];
export type ConnectionOpenEvent = components['schemas']['ConnectionOpenEvent'];
export type HeartbeatEvent = components['schemas']['HeartbeatEvent'];
export type GapEvent = components['schemas']['GapEvent'];
export type DroppedEvent = components['schemas']['DroppedEvent'];
export type ConnectionCloseEvent = components['schemas']['ConnectionCloseEvent'];
export type CloseReason = components['schemas']['CloseReason'];
export type VersionStreamEvent = components['schemas']['VersionStreamEvent'];
export type VersionEvent = components['schemas']['VersionEvent'];
export type ResponseInvalidRequest = components['responses']['InvalidRequest'];
export type ResponseInternalError = components['responses']['InternalError'];
export type ResponseUnavailable = components['responses']['Unavailable'];
export type ResponseInvalidBody = components['responses']['InvalidBody'];
export type ResponseTypeConflict = components['responses']['TypeConflict'];
export type ResponsePayloadTooLarge = components['responses']['PayloadTooLarge'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseTypeNotFound = components['responses']['TypeNotFound'];
export type ResponseTypeInUse = components['responses']['TypeInUse'];
export type ResponseSellerConflict = components['responses']['SellerConflict'];
export type ResponseSellerNotFound = components['responses']['SellerNotFound'];
export type ResponseSellerInUse = components['responses']['SellerInUse'];
export type ResponsePartReferenceNotFound = components['responses']['PartReferenceNotFound'];
export type ResponsePartKeyConflict = components['responses']['PartKeyConflict'];
export type ResponsePartNotFound = components['responses']['PartNotFound'];
export type ResponsePartOrReferenceNotFound = components['responses']['PartOrReferenceNotFound'];
export type ResponseConcurrentChange = components['responses']['ConcurrentChange'];
export type ResponsePartHasStock = components['responses']['PartHasStock'];
export type ResponseBoxNotFound = components['responses']['BoxNotFound'];
export type ResponseBoxCapacityInUse = components['responses']['BoxCapacityInUse'];
export type ResponseBoxNotEmpty = components['responses']['BoxNotEmpty'];
export type ResponseLocationNotFound = components['responses']['LocationNotFound'];
export type ResponsePartOrLocationNotFound = components['responses']['PartOrLocationNotFound'];
export type ResponseAddStockConflict = components['responses']['AddStockConflict'];
export type ResponseRemoveStockConflict = components['responses']['RemoveStockConflict'];
export type ResponseMoveStockConflict = components['responses']['MoveStockConflict'];
export type ResponseNoFreeLocation = components['responses']['NoFreeLocation'];
export type ResponsePlanNotFound = components['responses']['PlanNotFound'];
export type ResponsePlanConflict = components['responses']['PlanConflict'];
export type ResponseImportUnreadable = components['responses']['ImportUnreadable'];
export type ResponseNotReady = components['responses']['NotReady'];
export type ResponseDrainUnauthorized = components['responses']['DrainUnauthorized'];
export type ResponseDrainNotConfigured = components['responses']['DrainNotConfigured'];
export type ResponseTaskNotFound = components['responses']['TaskNotFound'];
export type ResponseTaskStillGoing = components['responses']['TaskStillGoing'];
export type ResponseTaskAlreadyFinished = components['responses']['TaskAlreadyFinished'];
export type ResponseStreamUnavailable = components['responses']['StreamUnavailable'];
export type ParameterTypeId = components['parameters']['TypeId'];
export type ParameterSellerId = components['parameters']['SellerId'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterOffset = components['parameters']['Offset'];
export type ParameterTypeIdFilter = components['parameters']['TypeIdFilter'];
export type ParameterSearchText = components['parameters']['SearchText'];
export type ParameterSortParts = components['parameters']['SortParts'];
export type ParameterPartKey = components['parameters']['PartKey'];
export type ParameterBoxNo = components['parameters']['BoxNo'];
export type ParameterLocNo = components['parameters']['LocNo'];
export type ParameterPlanId = components['parameters']['PlanId'];
export type ParameterTaskId = components['parameters']['TaskId'];
export type ParameterStreamRequestId = components['parameters']['StreamRequestId'];
export type ParameterLastEventId = components['parameters']['LastEventId'];
export type HeaderRequestId = components['headers']['RequestId'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderTotalCount = components['headers']['TotalCount'];
export type HeaderTotalCountLimited = components['headers']['TotalCountLimited'];
export type HeaderLink = components['headers']['Link'];
export type HeaderContentDisposition = components['headers']['ContentDisposition'];
export type HeaderChallenge = components['headers']['Challenge'];
export type $defs = Record<string, never>;
export interface operations {
    list_types: {
        parameters: {
            query?: {
                /**
                 * @description Whether each type carries `part_count`.
                 * @example true
                 */
                include_stats?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Type"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_type: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TypeCreate"];
            };
        };
        responses: {
            /** @description The type was created. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Type"];
                };
            };
            400: components["responses"]["InvalidBody"];
            409: components["responses"]["TypeConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a type.
                 * @example 3
                 */
                type_id: components["parameters"]["TypeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Type"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["TypeNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    update_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a type.
                 * @example 3
                 */
                type_id: components["parameters"]["TypeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TypeUpdate"];
            };
        };
        responses: {
            /** @description The type as it is now. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Type"];
                };
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["TypeNotFound"];
            409: components["responses"]["TypeConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a type.
                 * @example 3
                 */
                type_id: components["parameters"]["TypeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["TypeNotFound"];
            409: components["responses"]["TypeInUse"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_sellers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sellers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellerSummary"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_seller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellerCreate"];
            };
        };
        responses: {
            /** @description The seller was created. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
            400: components["responses"]["InvalidBody"];
            409: components["responses"]["SellerConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_seller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a seller.
                 * @example 2
                 */
                seller_id: components["parameters"]["SellerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The seller. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["SellerNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    update_seller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a seller.
                 * @example 2
                 */
                seller_id: components["parameters"]["SellerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellerUpdate"];
            };
        };
        responses: {
            /** @description The seller as it is now. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["SellerNotFound"];
            409: components["responses"]["SellerConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_seller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a seller.
                 * @example 2
                 */
                seller_id: components["parameters"]["SellerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The seller is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["SellerNotFound"];
            409: components["responses"]["SellerInUse"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_parts: {
        parameters: {
            query?: {
                /**
                 * @description How many entries the page holds at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many entries of the whole list come before the page.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only parts of this type; none when there is no such type.
                 * @example 3
                 */
                type_id?: components["parameters"]["TypeIdFilter"];
                /**
                 * @description Only parts in which every one of these words occurs, without regard to case: in the key, manufacturer code, manufacturer, type, tags, description or seller.
                 * @example omron relay
                 */
                q?: components["parameters"]["SearchText"];
                /**
                 * @description What to sort by; by key when it is absent.
                 * @example -created_at
                 */
                sort?: components["parameters"]["SortParts"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the parts. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "X-Total-Count-Limited": components["headers"]["TotalCountLimited"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Part"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_part: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartCreate"];
            };
        };
        responses: {
            /** @description The part was created. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Part"];
                };
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["PartReferenceNotFound"];
            409: components["responses"]["PartKeyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_parts_with_locations: {
        parameters: {
            query?: {
                /**
                 * @description How many entries the page holds at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many entries of the whole list come before the page.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only parts of this type; none when there is no such type.
                 * @example 3
                 */
                type_id?: components["parameters"]["TypeIdFilter"];
                /**
                 * @description Only parts in which every one of these words occurs, without regard to case: in the key, manufacturer code, manufacturer, type, tags, description or seller.
                 * @example omron relay
                 */
                q?: components["parameters"]["SearchText"];
                /**
                 * @description What to sort by; by key when it is absent.
                 * @example -created_at
                 */
                sort?: components["parameters"]["SortParts"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the parts. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "X-Total-Count-Limited": components["headers"]["TotalCountLimited"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartWithLocations"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    export_parts: {
        parameters: {
            query?: {
                /**
                 * @description Only parts of this type; none when there is no such type.
                 * @example 3
                 */
                type_id?: components["parameters"]["TypeIdFilter"];
                /**
                 * @description Only parts in which every one of these words occurs, without regard to case: in the key, manufacturer code, manufacturer, type, tags, description or seller.
                 * @example omron relay
                 */
                q?: components["parameters"]["SearchText"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parts, of which there is no bound, so the body has no length in advance. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["PartsCsv"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_part: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The part. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Part"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["PartNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    update_part: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartUpdate"];
            };
        };
        responses: {
            /** @description The part as it is now. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Part"];
                };
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["PartOrReferenceNotFound"];
            409: components["responses"]["ConcurrentChange"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_part: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The part is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["PartNotFound"];
            409: components["responses"]["PartHasStock"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_part_locations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The locations and how many pieces lie there. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockLevel"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["PartNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_part_history: {
        parameters: {
            query?: {
                /**
                 * @description How many entries the page holds at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many entries of the whole list come before the page.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the changes. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "X-Total-Count-Limited": components["headers"]["TotalCountLimited"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryEntry"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["PartNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_boxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The boxes. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoxSummary"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_box: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BoxCreate"];
            };
        };
        responses: {
            /** @description The box was created. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Box"];
                };
            };
            400: components["responses"]["InvalidBody"];
            409: components["responses"]["ConcurrentChange"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_box: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The box. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Box"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["BoxNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    update_box: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BoxUpdate"];
            };
        };
        responses: {
            /** @description The box as it is now. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Box"];
                };
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["BoxNotFound"];
            409: components["responses"]["BoxCapacityInUse"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_box: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The box is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["BoxNotFound"];
            409: components["responses"]["BoxNotEmpty"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_box_usage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How full the box is. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoxUsage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["BoxNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_box_locations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The locations. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationRef"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["BoxNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_location: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a box.
                 * @example 7
                 */
                box_no: components["parameters"]["BoxNo"];
                /**
                 * @description The number of a location in its box.
                 * @example 3
                 */
                loc_no: components["parameters"]["LocNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The location. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["LocationNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    add_stock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockChange"];
            };
        };
        responses: {
            /** @description The pieces were added; Location is the address of the location. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockLevel"];
                };
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["PartOrLocationNotFound"];
            409: components["responses"]["AddStockConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    remove_stock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockChange"];
            };
        };
        responses: {
            /** @description The pieces were removed. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["PartOrLocationNotFound"];
            409: components["responses"]["RemoveStockConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    move_stock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of a part, four capital letters.
                 * @example BZQP
                 */
                part_key: components["parameters"]["PartKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockMove"];
            };
        };
        responses: {
            /** @description The pieces were moved. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["PartOrLocationNotFound"];
            409: components["responses"]["MoveStockConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    suggest_location: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a type.
                 * @example 3
                 */
                type_id: components["parameters"]["TypeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A free location. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationRef"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["TypeNotFound"];
            409: components["responses"]["NoFreeLocation"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    plan_reorganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReorganizationPlanCreate"];
            };
        };
        responses: {
            /** @description The task was started; Location is its address. */
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["TypeNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    apply_reorganization_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the task that made the plan.
                 * @example 6a1d0c7f-0b8f-4f0e-8c51-4c0d9a3e7b52
                 */
                plan_id: components["parameters"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything lies where the plan said. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["PlanNotFound"];
            409: components["responses"]["PlanConflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    import_parts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            /** @description What would become of each row; nothing was written (`dry_run`). */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description The task was started; Location is its address, and its result is an ImportResult. */
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["BoxNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ImportUnreadable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_stats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stats"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_recent_activity: {
        parameters: {
            query?: {
                /**
                 * @description How many entries the page holds at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many entries of the whole list come before the page.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the changes. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "X-Total-Count-Limited": components["headers"]["TotalCountLimited"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_storage_summary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How full each box is. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageSummary"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_low_stock: {
        parameters: {
            query?: {
                /**
                 * @description A part is listed when at most this many pieces are in stock.
                 * @example 5
                 */
                threshold?: number;
                /**
                 * @description How many entries the page holds at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many entries of the whole list come before the page.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the parts. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "X-Total-Count-Limited": components["headers"]["TotalCountLimited"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LowStockPart"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_category_distribution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types and their numbers of parts. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryCount"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_parts_without_documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many there are, and the first of them. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartsWithoutDocuments"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the service. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
        };
    };
    get_healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is alive. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
        };
    };
    get_readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service takes work. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["NotReady"];
        };
    };
    start_drain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process drains. */
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrainStarted"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["DrainUnauthorized"];
            404: components["responses"]["DrainNotConfigured"];
            500: components["responses"]["InternalError"];
        };
    };
    list_tasks: {
        parameters: {
            query?: {
                /**
                 * @description How many entries the page holds at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many entries of the whole list come before the page.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only tasks with this status.
                 * @example running
                 */
                status?: components["schemas"]["TaskStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the tasks. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "X-Total-Count-Limited": components["headers"]["TotalCountLimited"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a task.
                 * @example 5f0c7a2e-8d1b-4c55-9a57-1b1c0a2f3e4d
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["TaskNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a task.
                 * @example 5f0c7a2e-8d1b-4c55-9a57-1b1c0a2f3e4d
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task was deleted. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["TaskNotFound"];
            409: components["responses"]["TaskStillGoing"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancel_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a task.
                 * @example 5f0c7a2e-8d1b-4c55-9a57-1b1c0a2f3e4d
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task was told to stop. */
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["TaskNotFound"];
            409: components["responses"]["TaskAlreadyFinished"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    stream_task: {
        parameters: {
            query?: {
                /**
                 * @description The correlation id of the stream, for clients such as EventSource that cannot set X-Request-ID. One that is no printable ASCII text is replaced by a new one.
                 * @example 0b8f6f0e-2c51-4c0d-9a3e-6a1d0c7f7b52
                 */
                request_id?: components["parameters"]["StreamRequestId"];
                /**
                 * @description The id of the last event that the client has seen, for clients that cannot set Last-Event-ID; that header counts more. The stream goes on behind this event, with a `gap` event first when something is missing.
                 * @example 9f3c5a7b1-17
                 */
                last_event_id?: components["parameters"]["LastEventId"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of a task.
                 * @example 5f0c7a2e-8d1b-4c55-9a57-1b1c0a2f3e4d
                 */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["TaskStreamEvent"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["TaskNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["StreamUnavailable"];
        };
    };
    stream_versions: {
        parameters: {
            query?: {
                /**
                 * @description The correlation id of the stream, for clients such as EventSource that cannot set X-Request-ID. One that is no printable ASCII text is replaced by a new one.
                 * @example 0b8f6f0e-2c51-4c0d-9a3e-6a1d0c7f7b52
                 */
                request_id?: components["parameters"]["StreamRequestId"];
                /**
                 * @description The id of the last event that the client has seen, for clients that cannot set Last-Event-ID; that header counts more. The stream goes on behind this event, with a `gap` event first when something is missing.
                 * @example 9f3c5a7b1-17
                 */
                last_event_id?: components["parameters"]["LastEventId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["VersionStreamEvent"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["StreamUnavailable"];
        };
    };
}
