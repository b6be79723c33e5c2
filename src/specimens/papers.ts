export { payslip } from './payslip.ts';
export { idCard, passport, residencePermit } from './identity.ts';
export { rentReceipt } from './rent-receipt.ts';
export { workContract } from './work-contract.ts';
export { taxNotice } from './tax-notice.ts';
export { bankStatement, studentCertificate, visaleCertificate } from './other-papers.ts';
