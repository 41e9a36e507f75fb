/** A line of the register: one issued document, in the words of one language. */
export interface RegisterLine {
  readonly number: string;
  /** `2014-06-24`. */
  readonly issued: string;
  readonly kind: string;
  readonly service: string;
  readonly applicant: string;
  /** БИН, or ИИН masked unless it was asked for. */
  readonly id: string;
  readonly ground: string;
  readonly signer: string;
  /** By whom and when the file was signed electronically; empty where it was not. */
  readonly signature: string;
  readonly case: string;
  /** Of the file; empty where no printed file is known. */
  readonly sha256: string;
  /** Of the data: what the QR code carries. */
  readonly data: string;
  readonly file: string;
}

/**
 * Why a document is not in the register: it was not printed, its case has changed since, its file is gone or altered, its case
 * was not given, it is a specimen.
 */
export type Reason = 'unprinted' | 'differs' | 'missing' | 'altered' | 'caseless' | 'specimen';

/** A document that is not in the register, and why. */
export interface ApartLine {
  readonly reason: Reason;
  readonly number: string;
  readonly issued: string;
  readonly kind: string;
  readonly case: string;
  readonly file: string;
}

/** The register of issued documents as a plain model. Lines stand by day, then number. */
export interface Register {
  readonly lines: readonly RegisterLine[];
  readonly apart: readonly ApartLine[];
  /** Whether the lines were compared with printed files. */
  readonly isCompared: boolean;
  /** Whether specimens, which nobody was given, are among the lines. */
  readonly hasSpecimens: boolean;
  /** Whether ИИН are masked. */
  readonly isMasked: boolean;
  readonly from?: string;
  readonly to?: string;
}
