import { describe, expect, it } from "vitest";
import { faultWords, featureName, protocolName, reasonWords, sourceName } from "./words";

describe("words", () => {
  it("name what they know and spell out what they do not", () => {
    expect(protocolName("aave_v3")).toBe("Aave v3");
    expect(protocolName("morpho_blue")).toBe("Morpho blue");
    expect(featureName("past_breaches")).toBe("Days below 1 before");
    expect(sourceName("the_graph")).toBe("The Graph");
    expect(sourceName("the_graph:aave_v3")).toBe("The Graph, Aave v3");
    expect(faultWords("throttled")).toBe("is asked too often");
    expect(reasonWords("recovered")).toBe("the figures recovered");
  });
});
