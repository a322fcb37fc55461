/* Generated from the OpenAPI document by `npm run generate`; a change here is lost. */
export const testingGroups = {};
