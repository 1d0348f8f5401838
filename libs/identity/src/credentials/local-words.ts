/** What passwords of this field begin with here and no international list knows: provinces, offices, makers, the platform. */
export const LOCAL_WORDS: readonly string[] = `
  anhui beijing chongqing fujian gansu guangdong guangxi guizhou hainan hebei heilongjiang henan hubei hunan jiangsu jiangxi
  jilin liaoning neimenggu ningxia qinghai shaanxi shandong shanghai shanxi sichuan tianjin xinjiang xizang yunnan zhejiang
  changchun changsha chengdu dalian fuzhou guangzhou guiyang haerbin haikou hangzhou hefei huhehaote jinan kunming lanzhou
  lasa nanchang nanjing nanning ningbo qingdao shenyang shenzhen shijiazhuang suzhou taiyuan wuhan wulumuqi xian xiamen xining
  yinchuan zhengzhou zhongguo china gongxin gongxinju gongxinting gongxinbu gxt miit jingxin jingxinting zhengfu shengting bumen danwei keji
  shucu shuzi shuzihua cujin zhongxin pingtai xitong guanliyuan yonghu mima ceshi kouling huanying woaini nihao
  admin administrator root system manager test user guest huawei inspur langchao alibaba tencent baidu haier hisense
`
  .trim()
  .split(/\s+/);
