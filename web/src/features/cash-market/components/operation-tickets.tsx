import { Panel } from "@/components/panel";
import { formatInstant } from "@/lib/format/dates";
import type { TicketAnswer } from "../api/operation-contracts";
import { ticketText } from "../model/operation-stages";
import styles from "./operation.module.css";

/** The log of an operation, as it was written. */
export function OperationTickets({ tickets }: { tickets: readonly TicketAnswer[] }) {
  return (
    <Panel title="Tickets" note="Only ever added to">
      <ol className={styles.tickets}>
        {tickets.map(({ ticket_id, step, actor, at, detail }) => (
          <li key={ticket_id + step}>
            <p>
              <code>{ticket_id}</code>
              <span>{ticketText(step)}</span>
              <span>by {actor}</span>
              <time dateTime={at}>{formatInstant(at)}</time>
            </p>
            <p>{detail}</p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
