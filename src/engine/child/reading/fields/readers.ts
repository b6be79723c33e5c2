import type { PaperFacts, PaperKind } from '#domain/findings/facts.ts';
import type { ZoneOnPage } from '../zone-on-page.ts';
import { readBenefits, readCompany } from './benefits.ts';
import { readGuarantee } from './guarantee.ts';
import { readHomeCertificate, readRentReceipt, readUtilityBill } from './home.ts';
import { readIdentity, readIdentityPaper } from './identity.ts';
import { readPayslip } from './payslip.ts';
import type { PaperText } from './pick.ts';
import { readScholarship, readStudentPaper } from './student.ts';
import { readPropertyTax, readTaxNotice } from './tax-notice.ts';
import { readWorkPaper } from './work.ts';

type Read = (paper: PaperText, zone: ZoneOnPage | null) => PaperFacts['fields'];

const READERS: Readonly<Partial<Record<PaperKind, Read>>> = {
  payslip: readPayslip,
  tax_notice: readTaxNotice,
  tax_declaration: readTaxNotice,
  property_tax_notice: readPropertyTax,
  id_card: readIdentity,
  passport: readIdentity,
  residence_permit: readIdentity,
  driving_licence: readIdentity,
  renewal_receipt: readIdentityPaper,
  france_identite: readIdentityPaper,
  rent_receipt: readRentReceipt,
  landlord_certificate: readHomeCertificate,
  host_certificate: readHomeCertificate,
  domiciliation: readHomeCertificate,
  home_insurance: readHomeCertificate,
  utility_bill: readUtilityBill,
  work_contract: readWorkPaper,
  employer_certificate: readWorkPaper,
  internship_agreement: readWorkPaper,
  student_certificate: readStudentPaper,
  scholarship_notice: readScholarship,
  visale_certificate: readGuarantee,
  guarantee_certificate: readGuarantee,
  caf_certificate: readBenefits,
  unemployment_notice: readBenefits,
  pension_slip: readBenefits,
  urssaf_declaration: readBenefits,
  accountant_certificate: readBenefits,
  social_rights_certificate: readBenefits,
  company_registration: readCompany,
};

/** Facts of a paper of a known kind. Forbidden, blank and unknown papers are not read. */
export function readPaper(kind: PaperKind, paper: PaperText, zone: ZoneOnPage | null): PaperFacts['fields'] {
  return READERS[kind]?.(paper, zone) ?? {};
}
