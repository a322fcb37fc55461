/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */
export interface paths {
    "/testing/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return the sandbox to a new database
         * @description Afterwards the tables, rows and sequences are those that migrations, set-up types and, on request, the seed give a new database. Requests in flight are waited for; others are told RESET_IN_PROGRESS meanwhile. Faults are cleared; the clock and the seed of the ids stay, and the ids begin again. A running clock dates the rows to the last full hour, a frozen one exactly.
         */
        post: operations["reset_sandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/sandboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the sandboxes */
        get: operations["list_sandboxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/sandboxes/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a sandbox.
                 * @example checkout-1
                 */
                name: components["parameters"]["SandboxName"];
            };
            cookie?: never;
        };
        /** Show a sandbox */
        get: operations["get_sandbox"];
        /**
         * Create a sandbox, or make it anew
         * @description What exists is given the contents, clock, ids, faults, snapshots and log of a new one. The snapshot is looked for in the sandbox that the request itself names, then in the default one.
         */
        put: operations["put_sandbox"];
        post?: never;
        /** Delete a sandbox with everything in it */
        delete: operations["delete_sandbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the snapshots of the sandbox */
        get: operations["list_snapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/snapshots/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a snapshot.
                 * @example with-order
                 */
                name: components["parameters"]["SnapshotName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the present contents under a name
         * @description A snapshot of that name is replaced.
         */
        post: operations["take_snapshot"];
        /** Delete a snapshot */
        delete: operations["delete_snapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/snapshots/{name}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a snapshot.
                 * @example with-order
                 */
                name: components["parameters"]["SnapshotName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return the sandbox to a snapshot */
        post: operations["restore_snapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/snapshots/{name}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a snapshot.
                 * @example with-order
                 */
                name: components["parameters"]["SnapshotName"];
            };
            cookie?: never;
        };
        /** Show what changed since a snapshot */
        get: operations["diff_snapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the clock of the sandbox */
        get: operations["get_clock"];
        /**
         * Freeze, advance or release the clock of the sandbox
         * @description `release` comes first, then `freeze_at`, then `advance_by`. Everything in the service that asks for the time sees it.
         */
        put: operations["set_clock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make part keys and UUIDs reproducible
         * @description The same seed gives the same keys and UUIDs, again after each reset; null makes them random again.
         */
        put: operations["set_ids"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the fault rules of the sandbox */
        get: operations["list_faults"];
        /**
         * Replace the fault rules of the sandbox
         * @description Only a status and a code that this document declares for the operation may be injected. `before` answers in place of the handler; `after` lets it run and commit first. Without `times` and `probability` a rule always applies.
         */
        put: operations["set_faults"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what was logged
         * @description With `test_id`, what that test caused in every sandbox; without it, what was logged in this sandbox.
         */
        get: operations["list_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/logs/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what is logged
         * @description Server-sent events, one `log` for each record of this sandbox from now on. The stream goes on through resets. It carries at most 500 records a second; `dropped` says how many were left out before one.
         */
        get: operations["stream_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a task that follows a script
         * @description The task tells each step as a `progress_update` and ends as the script says, or waits for events sent to it.
         */
        post: operations["start_scripted_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/tasks/{task_id}/events": {
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
        /** Have a scripted task tell an event, or end */
        post: operations["send_task_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/deployments/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a version on the version stream
         * @description With `request_id` the announcement goes to the version stream opened with it; when there is none, it is delivered once to the next one. Without it, every version stream of the sandbox is told, and those that come later.
         */
        post: operations["announce_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/idle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wait until the sandbox is quiet
         * @description Answers as soon as no request is in flight, no task runs and no event waits to be delivered.
         */
        get: operations["get_idle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what of this document the run has touched
         * @description Counts of calls, statuses, error codes, parameters and properties; 0 is never. `scope=sandbox` counts this sandbox alone. `format=html` is a page for people.
         */
        get: operations["get_coverage"];
        put?: never;
        post?: never;
        /** Begin to count anew */
        delete: operations["clear_coverage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/content/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an image with a text on it */
        get: operations["get_test_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/content/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a PDF of one page */
        get: operations["get_test_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/testing/content/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a small HTML page */
        get: operations["get_test_html"];
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
        ErrorCode: "VALIDATION_FAILED" | "MALFORMED_JSON" | "BAD_REQUEST" | "ROUTE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "PAYLOAD_TOO_LARGE" | "HEADERS_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "TYPE_NOT_FOUND" | "SELLER_NOT_FOUND" | "PART_NOT_FOUND" | "BOX_NOT_FOUND" | "LOCATION_NOT_FOUND" | "TYPE_NAME_TAKEN" | "TYPE_IN_USE" | "SELLER_NAME_TAKEN" | "SELLER_IN_USE" | "PART_HAS_STOCK" | "PART_KEYS_EXHAUSTED" | "BOX_NOT_EMPTY" | "CAPACITY_IN_USE" | "INSUFFICIENT_QUANTITY" | "QUANTITY_LIMIT" | "SAME_LOCATION" | "NO_FREE_LOCATION" | "IMPORT_UNREADABLE" | "IMPORT_INVALID" | "PLAN_NOT_FOUND" | "PLAN_NOT_READY" | "PLAN_OUTDATED" | "CONSTRAINT_VIOLATION" | "TASK_NOT_FOUND" | "TASK_FINISHED" | "TASK_NOT_FINISHED" | "TASK_CANCELLED" | "INTERRUPTED" | "DRAIN_NOT_CONFIGURED" | "UNAUTHORIZED" | "STREAM_LIMIT" | "SANDBOX_NOT_FOUND" | "SANDBOX_PERMANENT" | "SNAPSHOT_NOT_FOUND" | "SNAPSHOT_LIMIT" | "STILL_BUSY" | "RESET_IN_PROGRESS" | "SANDBOX_LIMIT" | "NOT_READY" | "DATABASE_UNAVAILABLE" | "INTERNAL";
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
        /** @description What a reset did. */
        Reset: {
            /** @enum {string} */
            status: "ok";
            /**
             * @description Whether the contents came from a template, from the migrations themselves or from a snapshot.
             * @enum {string}
             */
            mode: "template" | "rebuild" | "snapshot";
            /** @description Whether the sample workshop was put in. */
            seeded: boolean;
            duration_ms: number;
            /** @description Changes when migrations, models, set-up types or seed change. */
            template_hash: string;
            generation: number;
            migrations_applied: number;
        };
        /** @description A world of its own for a test. */
        Sandbox: {
            name: string;
            /** @description Grows with each reset. */
            generation: number;
            requests_in_flight: number;
            clock: components["schemas"]["Clock"];
            ids_seed: number | null;
            snapshots: string[];
            /** Format: date-time */
            created_at: string;
        };
        /** @description The clock of a sandbox. */
        Clock: {
            /** @description Whether it stands still. */
            frozen: boolean;
            /** Format: date-time */
            now: string;
        };
        /** @description What a sandbox begins with; by default a new database without the seed. */
        SandboxPut: {
            /**
             * @description Whether the sample workshop is put in.
             * @default false
             */
            seed?: boolean;
            /** @description The snapshot to begin with; `seed` does not count then. */
            from_snapshot?: string;
        };
        /** @description The contents of a sandbox as they were once. */
        Snapshot: {
            name: string;
            /** Format: date-time */
            created_at: string;
        };
        /** @description What changed since a snapshot. Tables without a change are left out, and so are tables and columns that only repeat what the others say, such as sums. */
        SnapshotDiff: {
            snapshot: string;
            tables: components["schemas"]["TableDiff"][];
        };
        /** @description What changed in one table. */
        TableDiff: {
            table: string;
            added: components["schemas"]["DiffRow"][];
            changed: components["schemas"]["ChangedRow"][];
            removed: components["schemas"]["DiffRow"][];
        };
        /** @description A row, by its key; the parts of a longer key are separated by commas. */
        DiffRow: {
            key: string;
            /** @description The values by column. */
            row: {
                [key: string]: unknown;
            };
        };
        /** @description A row of which some columns changed; only those are shown. */
        ChangedRow: {
            key: string;
            /** @description The values by column. */
            before: {
                [key: string]: unknown;
            };
            /** @description The values by column. */
            after: {
                [key: string]: unknown;
            };
        };
        /** @description What to do to the clock. */
        ClockChange: {
            /** @description Return to the clock of the machine. */
            release?: boolean;
            /**
             * Format: date-time
             * @description Stand still at this instant, between 1970 and 2199.
             */
            freeze_at?: string;
            /** @description Seconds to move on, or back when negative; a frozen clock stays frozen. */
            advance_by?: number;
        };
        /** @description What keys and UUIDs are derived from. */
        IdsSeed: {
            seed: number | null;
        };
        /** @description The rules in force. */
        FaultState: {
            rules: components["schemas"]["FaultRuleState"][];
        };
        /** @description A rule, and how often it was injected. */
        FaultRuleState: {
            operation_id: string;
            times?: number;
            probability?: number;
            phase: components["schemas"]["FaultPhase"];
            respond?: components["schemas"]["FaultAnswer"];
            delay_ms?: number;
            drop_connection: boolean;
            stream?: components["schemas"]["StreamFault"];
            injected: number;
        };
        /**
         * @description `before` in place of the handler, `after` once it has run and committed.
         * @enum {string}
         */
        FaultPhase: "before" | "after";
        /** @description A refusal that the document declares for the operation; by default the first code of the status. */
        FaultAnswer: {
            status: number;
            code?: string;
        };
        /** @description What happens to a stream of events. Numbers count its events, the first one included. */
        StreamFault: {
            /** @description The connection breaks after so many. */
            close_after?: number;
            /** @description Nothing more arrives after so many. */
            stall?: number;
            /** @description So many of the first arrive twice. */
            duplicate?: number;
        };
        /** @description Every rule of the sandbox. */
        FaultRules: {
            rules: components["schemas"]["FaultRule"][];
        };
        /** @description What happens to an operation, and how often. */
        FaultRule: {
            operation_id: string;
            /** @description For how many calls the rule applies. */
            times?: number;
            /** @description How likely it applies to a call. */
            probability?: number;
            phase?: components["schemas"]["FaultPhase"];
            respond?: components["schemas"]["FaultAnswer"];
            /** @description How much longer the answer takes. */
            delay_ms?: number;
            /** @description The connection is closed without an answer. */
            drop_connection?: boolean;
            stream?: components["schemas"]["StreamFault"];
        };
        /**
         * @description The level of a log record.
         * @default DEBUG
         * @enum {string}
         */
        LogLevelName: "DEBUG" | "INFO" | "WARNING" | "ERROR" | "CRITICAL";
        /** @description Log records, ready to be attached to a report. */
        LogExtract: {
            test_id: string | null;
            entries: components["schemas"]["LogEntry"][];
        };
        /** @description One log record. */
        LogEntry: {
            /** Format: date-time */
            timestamp: string;
            level: string;
            logger: string;
            message: string;
            correlation_id: string | null;
            sandbox: string;
            test_id: string | null;
            /** @description The traceback. */
            exception: string | null;
            /** @description What the record says beside its message. */
            extra: {
                [key: string]: unknown;
            };
        };
        /** @description The data of one event. Its name says which, `log` or one of those that every stream has. */
        LogStreamEvent: components["schemas"]["LogEvent"] | components["schemas"]["ConnectionOpenEvent"] | components["schemas"]["HeartbeatEvent"] | components["schemas"]["GapEvent"] | components["schemas"]["DroppedEvent"] | components["schemas"]["ConnectionCloseEvent"];
        /** @description Event `log`, one record. Its correlation id is that of the work that logged it, not of the stream. */
        LogEvent: {
            /** Format: date-time */
            timestamp: string;
            level: string;
            logger: string;
            message: string;
            correlation_id: string | null;
            sandbox: string;
            test_id: string | null;
            /** @description The traceback. */
            exception: string | null;
            /** @description What the record says beside its message. */
            extra: {
                [key: string]: unknown;
            };
            /** @description How many records the rate limit left out before this one. */
            dropped: number;
        };
        /** @description What a scripted task does. */
        TaskScript: {
            /** @default [] */
            steps?: components["schemas"]["TaskStep"][];
            /**
             * @description How long it takes before each step and before the end.
             * @default 0
             */
            delay_ms?: number;
            /**
             * @description Whether it ends only when it is sent an event.
             * @default false
             */
            wait_for_event?: boolean;
            /** @description What it results in when it completes. */
            result?: {
                [key: string]: unknown;
            };
            failure?: components["schemas"]["TaskScriptFailure"];
        };
        /** @description One progress update. */
        TaskStep: {
            message: string;
            /** @description How far the task is. */
            value?: number;
            /** @description How long this step takes. */
            delay_ms?: number;
        };
        /** @description How the task fails. */
        TaskScriptFailure: {
            code?: components["schemas"]["ErrorCode"];
            detail: string;
        };
        /** @description What a scripted task tells now. */
        TaskCommand: {
            event: components["schemas"]["TaskCommandEvent"];
            message?: string;
            /** @description How far the task is. */
            value?: number;
            result?: {
                [key: string]: unknown;
            };
            failure?: components["schemas"]["TaskScriptFailure"];
        };
        /**
         * @description An update, or the end of the task.
         * @enum {string}
         */
        TaskCommandEvent: "progress_update" | "task_completed" | "task_failed";
        /** @description A version of the frontend. */
        VersionAnnouncement: {
            /** @description The correlation id of the stream that is meant. */
            request_id?: string;
            version: string;
            changelog?: string;
        };
        /** @description What became of an announcement. */
        Announcement: {
            request_id: string | null;
            /** @description Whether some stream was told. */
            delivered: boolean;
            /** @enum {string} */
            status: "delivered" | "queued";
        };
        /** @description The sandbox is quiet. */
        Idle: {
            /** @enum {string} */
            status: "idle";
            waited_ms: number;
        };
        /** @description What of the document was touched. */
        Coverage: {
            /** @description Null counts all of them. */
            sandbox: string | null;
            summary: components["schemas"]["CoverageSummary"];
            operations: components["schemas"]["OperationCoverage"][];
        };
        /** @description How many there are of each kind, and how many were touched. */
        CoverageSummary: {
            operations: components["schemas"]["CoverageShare"];
            statuses: components["schemas"]["CoverageShare"];
            codes: components["schemas"]["CoverageShare"];
            parameters: components["schemas"]["CoverageShare"];
            request_properties: components["schemas"]["CoverageShare"];
            response_properties: components["schemas"]["CoverageShare"];
        };
        /** @description How many of how many. */
        CoverageShare: {
            touched: number;
            declared: number;
        };
        /** @description What of one operation was touched, and how often; 0 is never. */
        OperationCoverage: {
            operation_id: string;
            method: string;
            path: string;
            tag: string;
            calls: number;
            statuses: components["schemas"]["CoverageCount"][];
            codes: components["schemas"]["CoverageCount"][];
            parameters: components["schemas"]["CoverageCount"][];
            request_properties: components["schemas"]["CoverageCount"][];
            response_properties: components["schemas"]["CoverageCount"][];
        };
        /** @description Something the document declares, and how often it was touched. */
        CoverageCount: {
            name: string;
            count: number;
        };
        /** @description The coverage as a page for people. */
        CoveragePage: string;
        /**
         * Format: binary
         * @description A PNG image.
         */
        PngImage: Blob;
        /**
         * Format: binary
         * @description A PDF file.
         */
        PdfFile: Blob;
        /** @description An HTML page. */
        HtmlPage: string;
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
        /** @description Something in the sandbox did not come to an end in time; `busy` names it. */
        StillBusy: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The sandbox has no such snapshot. */
        SnapshotNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such sandbox. */
        SandboxNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The default sandbox cannot be deleted. */
        SandboxPermanent: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The sandbox has as many snapshots as it may have. */
        SnapshotLimit: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
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
        /**
         * @description Whether the sample workshop is in the database afterwards.
         * @example true
         */
        Seed: boolean;
        /**
         * @description Whether the database goes through every migration again instead of being restored from a template.
         * @example false
         */
        Rebuild: boolean;
        /**
         * @description The name of a sandbox.
         * @example checkout-1
         */
        SandboxName: string;
        /**
         * @description The name of a snapshot.
         * @example with-order
         */
        SnapshotName: string;
        /**
         * @description The lowest level that is wanted.
         * @example WARNING
         */
        LogLevel: components["schemas"]["LogLevelName"];
        /**
         * @description What the name of the logger begins with.
         * @example partsbench.access
         */
        LogLogger: string;
        /**
         * @description What the correlation id begins with.
         * @example 0b8f6f0e
         */
        LogCorrelationId: string;
        /**
         * @description The X-Test-Id of the requests that caused the records.
         * @example checkout shows the total
         */
        LogTestId: string;
        /**
         * @description Whether SQL statements are included; their logger is partsbench.sql.
         * @example true
         */
        LogSql: boolean;
        /**
         * @description How long to wait at most.
         * @example 5000
         */
        TimeoutMs: number;
        /**
         * @description Whether all sandboxes are counted or this one alone.
         * @example total
         */
        CoverageScope: "total" | "sandbox";
        /**
         * @description Whether a program or a person reads the answer.
         * @example html
         */
        CoverageFormat: "json" | "html";
        /**
         * @description The text to show.
         * @example LED driver
         */
        ContentText: string;
        /**
         * @description The title of the page.
         * @example Data sheet
         */
        ContentTitle: string;
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
export type Reset = components['schemas']['Reset'];
export type Sandbox = components['schemas']['Sandbox'];
export type Clock = components['schemas']['Clock'];
export type SandboxPut = components['schemas']['SandboxPut'];
export type Snapshot = components['schemas']['Snapshot'];
export type SnapshotDiff = components['schemas']['SnapshotDiff'];
export type TableDiff = components['schemas']['TableDiff'];
export type DiffRow = components['schemas']['DiffRow'];
export type ChangedRow = components['schemas']['ChangedRow'];
export type ClockChange = components['schemas']['ClockChange'];
export type IdsSeed = components['schemas']['IdsSeed'];
export type FaultState = components['schemas']['FaultState'];
export type FaultRuleState = components['schemas']['FaultRuleState'];
export type FaultPhase = components['schemas']['FaultPhase'];
export type FaultAnswer = components['schemas']['FaultAnswer'];
export type StreamFault = components['schemas']['StreamFault'];
export type FaultRules = components['schemas']['FaultRules'];
export type FaultRule = components['schemas']['FaultRule'];
export type LogLevelName = components['schemas']['LogLevelName'];
export type LogExtract = components['schemas']['LogExtract'];
export type LogEntry = components['schemas']['LogEntry'];
export type LogStreamEvent = components['schemas']['LogStreamEvent'];
export type LogEvent = components['schemas']['LogEvent'];
export type TaskScript = components['schemas']['TaskScript'];
export type TaskStep = components['schemas']['TaskStep'];
export type TaskScriptFailure = components['schemas']['TaskScriptFailure'];
export type TaskCommand = components['schemas']['TaskCommand'];
export type TaskCommandEvent = components['schemas']['TaskCommandEvent'];
export type VersionAnnouncement = components['schemas']['VersionAnnouncement'];
export type Announcement = components['schemas']['Announcement'];
export type Idle = components['schemas']['Idle'];
export type Coverage = components['schemas']['Coverage'];
export type CoverageSummary = components['schemas']['CoverageSummary'];
export type CoverageShare = components['schemas']['CoverageShare'];
export type OperationCoverage = components['schemas']['OperationCoverage'];
export type CoverageCount = components['schemas']['CoverageCount'];
export type CoveragePage = components['schemas']['CoveragePage'];
export type PngImage = components['schemas']['PngImage'];
export type PdfFile = components['schemas']['PdfFile'];
export type HtmlPage = components['schemas']['HtmlPage'];
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
export type ResponseStillBusy = components['responses']['StillBusy'];
export type ResponseSnapshotNotFound = components['responses']['SnapshotNotFound'];
export type ResponseSandboxNotFound = components['responses']['SandboxNotFound'];
export type ResponseSandboxPermanent = components['responses']['SandboxPermanent'];
export type ResponseSnapshotLimit = components['responses']['SnapshotLimit'];
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
export type ParameterSeed = components['parameters']['Seed'];
export type ParameterRebuild = components['parameters']['Rebuild'];
export type ParameterSandboxName = components['parameters']['SandboxName'];
export type ParameterSnapshotName = components['parameters']['SnapshotName'];
export type ParameterLogLevel = components['parameters']['LogLevel'];
export type ParameterLogLogger = components['parameters']['LogLogger'];
export type ParameterLogCorrelationId = components['parameters']['LogCorrelationId'];
export type ParameterLogTestId = components['parameters']['LogTestId'];
export type ParameterLogSql = components['parameters']['LogSql'];
export type ParameterTimeoutMs = components['parameters']['TimeoutMs'];
export type ParameterCoverageScope = components['parameters']['CoverageScope'];
export type ParameterCoverageFormat = components['parameters']['CoverageFormat'];
export type ParameterContentText = components['parameters']['ContentText'];
export type ParameterContentTitle = components['parameters']['ContentTitle'];
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
    reset_sandbox: {
        parameters: {
            query?: {
                /**
                 * @description Whether the sample workshop is in the database afterwards.
                 * @example true
                 */
                seed?: components["parameters"]["Seed"];
                /**
                 * @description Whether the database goes through every migration again instead of being restored from a template.
                 * @example false
                 */
                rebuild?: components["parameters"]["Rebuild"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sandbox is as new. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reset"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            408: components["responses"]["StillBusy"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_sandboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sandboxes by name. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_sandbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a sandbox.
                 * @example checkout-1
                 */
                name: components["parameters"]["SandboxName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sandbox. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["SandboxNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_sandbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a sandbox.
                 * @example checkout-1
                 */
                name: components["parameters"]["SandboxName"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SandboxPut"];
            };
        };
        responses: {
            /** @description The sandbox existed and is as new. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            /** @description The sandbox was created. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["SnapshotNotFound"];
            408: components["responses"]["StillBusy"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_sandbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a sandbox.
                 * @example checkout-1
                 */
                name: components["parameters"]["SandboxName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sandbox is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["SandboxNotFound"];
            408: components["responses"]["StillBusy"];
            409: components["responses"]["SandboxPermanent"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_snapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots by name. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    take_snapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a snapshot.
                 * @example with-order
                 */
                name: components["parameters"]["SnapshotName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot took the place of an earlier one. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description The snapshot was taken. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            409: components["responses"]["SnapshotLimit"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_snapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a snapshot.
                 * @example with-order
                 */
                name: components["parameters"]["SnapshotName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["SnapshotNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restore_snapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a snapshot.
                 * @example with-order
                 */
                name: components["parameters"]["SnapshotName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contents are those of the snapshot. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reset"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["SnapshotNotFound"];
            408: components["responses"]["StillBusy"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    diff_snapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of a snapshot.
                 * @example with-order
                 */
                name: components["parameters"]["SnapshotName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows added, changed and removed, by table and key. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotDiff"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["SnapshotNotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    set_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockChange"];
            };
        };
        responses: {
            /** @description The clock as it is now. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["InvalidBody"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    set_ids: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsSeed"];
            };
        };
        responses: {
            /** @description The seed is in use. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdsSeed"];
                };
            };
            400: components["responses"]["InvalidBody"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_faults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules and how often each was injected. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultState"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    set_faults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultRules"];
            };
        };
        responses: {
            /** @description The rules in force. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultState"];
                };
            };
            400: components["responses"]["InvalidBody"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_logs: {
        parameters: {
            query?: {
                /**
                 * @description The lowest level that is wanted.
                 * @example WARNING
                 */
                level?: components["parameters"]["LogLevel"];
                /**
                 * @description What the name of the logger begins with.
                 * @example partsbench.access
                 */
                logger?: components["parameters"]["LogLogger"];
                /**
                 * @description What the correlation id begins with.
                 * @example 0b8f6f0e
                 */
                correlation_id?: components["parameters"]["LogCorrelationId"];
                /**
                 * @description The X-Test-Id of the requests that caused the records.
                 * @example checkout shows the total
                 */
                test_id?: components["parameters"]["LogTestId"];
                /**
                 * @description Whether SQL statements are included; their logger is partsbench.sql.
                 * @example true
                 */
                sql?: components["parameters"]["LogSql"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records that are still remembered, the oldest first. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogExtract"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    stream_logs: {
        parameters: {
            query?: {
                /**
                 * @description The lowest level that is wanted.
                 * @example WARNING
                 */
                level?: components["parameters"]["LogLevel"];
                /**
                 * @description What the name of the logger begins with.
                 * @example partsbench.access
                 */
                logger?: components["parameters"]["LogLogger"];
                /**
                 * @description What the correlation id begins with.
                 * @example 0b8f6f0e
                 */
                correlation_id?: components["parameters"]["LogCorrelationId"];
                /**
                 * @description The X-Test-Id of the requests that caused the records.
                 * @example checkout shows the total
                 */
                test_id?: components["parameters"]["LogTestId"];
                /**
                 * @description Whether SQL statements are included; their logger is partsbench.sql.
                 * @example true
                 */
                sql?: components["parameters"]["LogSql"];
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
                    "text/event-stream": components["schemas"]["LogStreamEvent"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["StreamUnavailable"];
        };
    };
    start_scripted_task: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskScript"];
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
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    send_task_event: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCommand"];
            };
        };
        responses: {
            /** @description The task was told. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidBody"];
            404: components["responses"]["TaskNotFound"];
            409: components["responses"]["TaskAlreadyFinished"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    announce_version: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionAnnouncement"];
            };
        };
        responses: {
            /** @description The announcement was delivered or is queued. */
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Announcement"];
                };
            };
            400: components["responses"]["InvalidBody"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_idle: {
        parameters: {
            query?: {
                /**
                 * @description How long to wait at most.
                 * @example 5000
                 */
                timeout_ms?: components["parameters"]["TimeoutMs"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sandbox is quiet. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Idle"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            408: components["responses"]["StillBusy"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_coverage: {
        parameters: {
            query?: {
                /**
                 * @description Whether all sandboxes are counted or this one alone.
                 * @example total
                 */
                scope?: components["parameters"]["CoverageScope"];
                /**
                 * @description Whether a program or a person reads the answer.
                 * @example html
                 */
                format?: components["parameters"]["CoverageFormat"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The coverage. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                    "text/html": components["schemas"]["CoveragePage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    clear_coverage: {
        parameters: {
            query?: {
                /**
                 * @description Whether all sandboxes are counted or this one alone.
                 * @example total
                 */
                scope?: components["parameters"]["CoverageScope"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is counted as touched. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_test_image: {
        parameters: {
            query: {
                /**
                 * @description The text to show.
                 * @example LED driver
                 */
                text: components["parameters"]["ContentText"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A PNG of 400 by 100 pixels; the same text gives the same bytes. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": components["schemas"]["PngImage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_test_pdf: {
        parameters: {
            query: {
                /**
                 * @description The text to show.
                 * @example LED driver
                 */
                text: components["parameters"]["ContentText"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A PDF; the same text gives the same bytes. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": components["schemas"]["PdfFile"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_test_html: {
        parameters: {
            query: {
                /**
                 * @description The title of the page.
                 * @example Data sheet
                 */
                title: components["parameters"]["ContentTitle"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with that title. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["HtmlPage"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
