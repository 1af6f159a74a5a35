import { describe, expect, it } from "vitest";
import { isFiltered, listAddress, readListQuery, sortBy, unfiltered } from "./list-query";

const read = (text: string) => readListQuery(new URLSearchParams(text));

describe("the list's address", () => {
  it("is bare for the first view", () => expect(listAddress(read(""))).toBe("/"));

  it.each(["/?q=Jura&level=poor&currency=CHF&sort=spread", "/?risk=high&alert=warning&sort=exit&order=desc", "/?sort=index&order=asc", "/?sort=issuer&order=desc"])("reads back %s", (address) =>
    expect(listAddress(read(address.slice(2)))).toBe(address),
  );

  it("falls back to the first view where it is not understood", () => {
    expect(read("sort=colour&order=up&level=great&risk=none&alert=loud&currency=chf")).toEqual(read(""));
  });
});

describe("sorting by a column", () => {
  it("begins with the expected order, then turns round", () => {
    const tight = sortBy(read(""), "spread");
    expect(tight).toMatchObject({ sort: "spread", order: "asc" });
    expect(sortBy(tight, "spread")).toMatchObject({ order: "desc" });
    expect(sortBy(read(""), "index")).toMatchObject({ order: "asc" });
  });
});

describe("filters", () => {
  it.each(["q=a", "level=poor", "risk=low", "alert=info", "currency=CHF"])("are on with %s and let go of together", (text) => {
    expect(isFiltered(read(text))).toBe(true);
    expect(isFiltered(unfiltered(read(text)))).toBe(false);
  });

  it("are not the order", () => expect(isFiltered(read("sort=risk&order=asc"))).toBe(false));
});
