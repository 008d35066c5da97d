// No transaction touches two persons: that is what lets the same tables spread over several machines. Here
// it is enforced for every query, not left to reviews. The rule holds for whole statements only: a join or
// a subquery is refused, since reading one person takes neither.

import {
  type KyselyPlugin,
  type OperationNode,
  type RootOperationNode,
  TableNode,
  type Transaction,
} from "kysely";
import { CONTROL_TABLES, type Tables } from "./schema.ts";

/** Returns the transaction, in which any query that is not about this one person throws a RangeError. */
export function forPerson(transaction: Transaction<Tables>, personId: string): Transaction<Tables> {
  return transaction.withPlugin(onePerson(personId));
}

function onePerson(personId: string): KyselyPlugin {
  return {
    transformQuery({ node }) {
      if (!isAbout(node, personId))
        throw new RangeError(`Cannot run a ${node.kind} here: it is not about one person alone`);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

function isAbout(node: RootOperationNode, personId: string): boolean {
  switch (node.kind) {
    case "InsertQueryNode":
      return inserts(node, personId);
    case "SelectQueryNode":
    case "DeleteQueryNode": {
      if (node.joins !== undefined || node.with !== undefined) return false;
      const from = node.from?.froms;
      return from?.length === 1 && (isControl(from[0]) || asks(node.where?.where, personId));
    }
    case "UpdateQueryNode":
      if (node.joins !== undefined || node.with !== undefined || node.from !== undefined)
        return false;
      return isControl(node.table) || asks(node.where?.where, personId);
    default:
      return false;
  }
}

function inserts(
  node: Extract<RootOperationNode, { kind: "InsertQueryNode" }>,
  personId: string,
): boolean {
  if (isControl(node.into)) return true;
  const place = node.columns?.findIndex(({ column }) => column.name === "person_id") ?? -1;
  const values = node.values as KnownNode | undefined; // Kysely's nodes are a union told apart by kind
  if (place < 0 || values?.kind !== "ValuesNode") return false;
  return values.values.every((row) => {
    const value = row.values[place];
    return (isValueNode(value) ? value.value : value) === personId;
  });
}

/** True when the condition is a conjunction with `person_id = personId` in it. */
function asks(condition: OperationNode | undefined, personId: string): boolean {
  const node = condition as KnownNode | undefined; // as above
  if (node?.kind === "AndNode") return asks(node.left, personId) || asks(node.right, personId);
  return (
    node?.kind === "BinaryOperationNode" &&
    node.leftOperand.kind === "ReferenceNode" &&
    node.leftOperand.column?.column?.name === "person_id" &&
    node.operator.operator === "=" &&
    isValueNode(node.rightOperand) &&
    node.rightOperand.value === personId
  );
}

function isControl(node: OperationNode | undefined): boolean {
  return node !== undefined && TableNode.is(node) && CONTROL_TABLES.has(node.table.identifier.name);
}

function isValueNode(node: unknown): node is { readonly value: unknown } {
  return typeof node === "object" && node !== null && "kind" in node && node.kind === "ValueNode";
}

/** The parts of Kysely's nodes that are looked at here. */
type KnownNode =
  | {
      readonly kind: "ValuesNode";
      readonly values: readonly { readonly values: readonly unknown[] }[];
    }
  | { readonly kind: "AndNode"; readonly left: OperationNode; readonly right: OperationNode }
  | {
      readonly kind: "BinaryOperationNode";
      readonly leftOperand: {
        readonly kind: string;
        readonly column?: { readonly column?: { readonly name?: string } };
      };
      readonly operator: { readonly operator?: string };
      readonly rightOperand: unknown;
    };
