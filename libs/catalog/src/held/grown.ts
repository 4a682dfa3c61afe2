type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** The same array when it is long enough, else a copy that is, with room for such a part of it more. */
export function grown<Some extends Numbers>(numbers: Some, length: number, room = 1 / 2): Some {
  if (numbers.length >= length) return numbers;
  const longer = new (numbers.constructor as new (length: number) => Some)(length + Math.floor(room * length));
  longer.set(numbers);
  return longer;
}
