import { makeSqlitePlace } from "./sqlite-place.contract.ts";
import { testStore } from "./store.contract.ts";

testStore("the store on SQLite", makeSqlitePlace);
