-- Amounts are kept in hundredths of their currency, whatever its own smallest unit is: so that one amount can be held
-- against another. Nearly all are so already; the few currencies with no or three decimals are not.
update field_values v set number_value = v.number_value * 100
from fields d where d.id = v.field_id and d.type = 'money'
  and v.text_value in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF');
update field_values v set number_value = v.number_value / 10
from fields d where d.id = v.field_id and d.type = 'money'
  and v.text_value in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND');
