/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */
export type paths = Record<string, never>;
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
        ErrorCode: "VALIDATION_FAILED" | "MALFORMED_JSON" | "BAD_REQUEST" | "ROUTE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "PAYLOAD_TOO_LARGE" | "HEADERS_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "TYPE_NOT_FOUND" | "SELLER_NOT_FOUND" | "PART_NOT_FOUND" | "BOX_NOT_FOUND" | "LOCATION_NOT_FOUND" | "TYPE_NAME_TAKEN" | "TYPE_IN_USE" | "SELLER_NAME_TAKEN" | "SELLER_IN_USE" | "PART_HAS_STOCK" | "PART_KEYS_EXHAUSTED" | "BOX_NOT_EMPTY" | "CAPACITY_IN_USE" | "INSUFFICIENT_QUANTITY" | "QUANTITY_LIMIT" | "SAME_LOCATION" | "NO_FREE_LOCATION" | "CONSTRAINT_VIOLATION" | "TASK_NOT_FOUND" | "TASK_FINISHED" | "TASK_NOT_FINISHED" | "TASK_CANCELLED" | "INTERRUPTED" | "DRAIN_NOT_CONFIGURED" | "UNAUTHORIZED" | "STREAM_LIMIT" | "NOT_READY" | "DATABASE_UNAVAILABLE" | "INTERNAL";
        /** @description One place in the request that breaks a rule, in the body (`pointer`) or outside it (`parameter`). */
        ProblemError: {
            /** @description A JSON Pointer (RFC 6901) into the body. */
            pointer?: string;
            /** @description The name of a query or path parameter. */
            parameter?: string;
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
        /**
         * @description Where a task is. The last three are final.
         * @enum {string}
         */
        TaskStatus: "pending" | "running" | "completed" | "failed" | "cancelled";
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
        /** @description How far a task is; absent as long as it has not said so. */
        TaskProgress: {
            /** @description What the task does at the moment. */
            message: string;
            /** @description How much of the whole is done. */
            value: number;
        };
        /** @description What a completed task has to say; its members depend on the kind of the task. */
        TaskResult: {
            [key: string]: unknown;
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
        /** @description The body is larger than 1 MiB. */
        PayloadTooLarge: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not application/json. */
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
         * @description What to sort by; the newest come first when it is absent.
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
         * @description How many entries the whole list has.
         * @example 63
         */
        TotalCount: number;
        /**
         * @description Addresses of pages as RFC 8288 writes them; first and last always, prev and next where there are any.
         * @example </api/parts?limit=50&offset=50>; rel="next"
         */
        Link: string;
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
export type TaskStatus = components['schemas']['TaskStatus'];
export type Task = components['schemas']['Task'];
export type TaskProgress = components['schemas']['TaskProgress'];
export type TaskResult = components['schemas']['TaskResult'];
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
export type ParameterTaskId = components['parameters']['TaskId'];
export type ParameterStreamRequestId = components['parameters']['StreamRequestId'];
export type ParameterLastEventId = components['parameters']['LastEventId'];
export type HeaderRequestId = components['headers']['RequestId'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderTotalCount = components['headers']['TotalCount'];
export type HeaderLink = components['headers']['Link'];
export type HeaderChallenge = components['headers']['Challenge'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
