export { payslip } from './payslip.ts';
export { drivingLicence, idCard, passport, residencePermit } from './identity.ts';
export { rentReceipt } from './rent-receipt.ts';
export { workContract } from './work-contract.ts';
export { taxNotice } from './tax-notice.ts';
export { bankStatement, studentCertificate, visaleCertificate } from './other-papers.ts';
export { homeInsurance, hostCertificate, landlordCertificate, propertyTaxNotice, titleDeed, utilityBill } from './home-papers.ts';
export {
  cafCertificate,
  companyRegistration,
  employerCertificate,
  pensionSlip,
  scholarshipNotice,
  studentCard,
  unemploymentNotice,
  urssafDeclaration,
} from './income-papers.ts';
