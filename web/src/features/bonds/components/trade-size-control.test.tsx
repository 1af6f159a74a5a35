import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TradeSizeControl } from "./trade-size-control";

const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Size" });
const slider = () => screen.getByRole<HTMLInputElement>("slider", { name: "Size (slider)" });
const pause = () => {
  act(() => {
    vi.advanceTimersByTime(1_000);
  });
};
const show = () => {
  const onChange = vi.fn();
  render(<TradeSizeControl size={100_000} currency="CHF" label="Size" onChange={onChange} />);
  return onChange;
};

describe("the trade size", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it("asks once when the reader pauses, with the last size", () => {
    const onChange = show();
    fireEvent.change(slider(), { target: { value: "20" } });
    fireEvent.change(slider(), { target: { value: "100" } });
    expect(field().value).toBe("5,000,000");
    pause();
    expect(onChange.mock.calls).toEqual([[5_000_000]]);
  });

  it("takes a typed size and moves the slider", () => {
    const onChange = show();
    fireEvent.change(field(), { target: { value: "1000" } });
    expect(slider().value).toBe("0");
    expect(slider().getAttribute("aria-valuetext")).toBe("1,000 CHF");
    pause();
    expect(onChange.mock.calls).toEqual([[1_000]]);
  });

  it("follows the page when another size is chosen elsewhere", () => {
    const { rerender } = render(<TradeSizeControl size={100_000} currency="CHF" label="Size" onChange={vi.fn()} />);
    fireEvent.change(slider(), { target: { value: "100" } });
    rerender(<TradeSizeControl size={5_000_000} currency="CHF" label="Size" onChange={vi.fn()} />);
    rerender(<TradeSizeControl size={10_000} currency="CHF" label="Size" onChange={vi.fn()} />);
    expect(field().value).toBe("10,000");
  });

  it("asks nothing for what is no size, says so, and returns to the last one", () => {
    const onChange = show();
    fireEvent.change(field(), { target: { value: "12" } });
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText(/Please enter an amount/)).toBeDefined();
    fireEvent.blur(field());
    pause();
    expect(field().value).toBe("100,000");
    expect(onChange).not.toHaveBeenCalled();
  });
});
