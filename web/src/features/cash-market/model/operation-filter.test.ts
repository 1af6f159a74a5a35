import { expect, it } from "vitest";
import { filterAddress, readFilter } from "./operation-filter";

it.each([[null, null], ["EUA", null], [null, "rolled_back"], ["CEA", "completed"]] as const)("the filter %s %s survives the address", (certificate, status) => {
  const address = filterAddress({ certificate, status });
  expect(readFilter(new URLSearchParams(address.split("?")[1] ?? ""))).toEqual({ certificate, status });
});

it("ignores what it does not know", () => expect(readFilter(new URLSearchParams("certificate=XYZ&status=odd"))).toEqual({ certificate: null, status: null }));
