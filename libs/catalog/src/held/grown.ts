type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** The same array when it is long enough, else a copy that is, with room for half as much again. */
export function grown<Some extends Numbers>(numbers: Some, length: number): Some {
  if (numbers.length >= length) return numbers;
  const longer = new (numbers.constructor as new (length: number) => Some)(length + (length >>> 1));
  longer.set(numbers);
  return longer;
}
