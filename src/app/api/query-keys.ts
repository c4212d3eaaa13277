/** The first part of every page of records' key, for those who look for a record among them. */
export const RECORDS_KEY = "records";
