import { LiveValue } from "@/components/live-value";
import { ScrollTable } from "@/components/scroll-table";
import { formatAppointment, formatMinutes } from "@/lib/format/dates";
import { formatBasisPoints, formatExactScore, formatFigure, formatMoney, formatShare } from "@/lib/format/numbers";
import type { ExitRecommendation } from "../api/exit-contracts";
import { pathName, priorityWord, probabilityBasisText, windowNote } from "../model/exit-wording";

/** The four ways out side by side; what speaks against a closed one stands in its place. */
export function ExitTable({ exits }: { exits: ExitRecommendation[] }) {
  return (
    <ScrollTable label="Ways out">
      <thead>
        <tr>
          <th scope="col">Path</th>
          <th scope="col" data-text="">
            Priority
          </th>
          <th scope="col">Fill p</th>
          <th scope="col">Time</th>
          <th scope="col">Price</th>
          <th scope="col">Eff. spread</th>
          <th scope="col">Cost</th>
          <th scope="col">Window</th>
          <th scope="col">Score</th>
          <th scope="col" data-text="">
            Basis of p
          </th>
        </tr>
      </thead>
      <tbody>
        {exits.map((exit) => (exit.feasible ? <OpenRow key={exit.path} exit={exit} /> : <ClosedRow key={exit.path} exit={exit} />))}
      </tbody>
    </ScrollTable>
  );
}

function OpenRow({ exit }: { exit: ExitRecommendation }) {
  return (
    <tr data-path={exit.path} aria-current={exit.priority === "primary" || undefined}>
      <th scope="row">{pathName(exit.path, "professional")}</th>
      <td data-text="">{priorityWord(exit)}</td>
      <td>
        <LiveValue value={exit.fill_probability}>{formatShare(exit.fill_probability)}</LiveValue>
      </td>
      <td>{formatMinutes(exit.expected_time_to_exit_minutes)}</td>
      <td>
        <LiveValue value={exit.expected_price}>{formatFigure(exit.expected_price)}</LiveValue>
      </td>
      <td>{formatBasisPoints(exit.expected_spread_bps)}</td>
      <td>
        <LiveValue value={exit.cost}>{formatMoney(exit.cost, exit.currency)}</LiveValue>
      </td>
      <td>{exit.next_window ? `${formatAppointment(exit.next_window)}, ${windowNote(exit.window_source)}` : "–"}</td>
      <td>{formatExactScore(exit.score)}</td>
      <td data-text="">{probabilityBasisText(exit.probability_basis)}</td>
    </tr>
  );
}

function ClosedRow({ exit }: { exit: ExitRecommendation }) {
  return (
    <tr data-path={exit.path} data-closed="">
      <th scope="row">{pathName(exit.path, "professional")}</th>
      <td data-text="">{priorityWord(exit)}</td>
      <td colSpan={8} data-text="" data-wrap="">
        {exit.violations.map((v) => v.message).join(" ")}
      </td>
    </tr>
  );
}
